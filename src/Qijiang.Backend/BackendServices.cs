using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using Qijiang.Backend.Audit;
using Qijiang.Backend.Ballots;
using Qijiang.Backend.Calendar;
using Qijiang.Backend.CitizenInput;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Http;
using Qijiang.Backend.Identity;
using Qijiang.Backend.LivelihoodProjects;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Obligations;
using Qijiang.Backend.PersonalData;
using Qijiang.Backend.ReadModels;
using Qijiang.Backend.Storage;
using Qijiang.Backend.Suggestions;
using Qijiang.Core.Ballots;
using Qijiang.Core.Calendar;

namespace Qijiang.Backend;

/// <summary>Registers the back end. The host adds the storage engine, the key port, the two clocks and the channels.</summary>
public static class BackendServices
{
    private static readonly TimeSpan _clockSkew = TimeSpan.FromSeconds(30);

    /// <summary>Everything between the ports: event store, read models, capabilities, and the one HTTP surface.</summary>
    public static IServiceCollection AddQijiang(this IServiceCollection services)
    {
        services.AddSingleton<DataKeys>().AddSingleton<TextSealing>().AddSingleton<KeyedHash>();
        services.AddSingleton<EventStore>().AddSingleton<StreamRunner>();
        services.AddSingleton<Delivery>().AddSingleton<Poison>().AddSingleton<IConsumer, ChangeConsumer>().AddSingleton<Projector>().AddSingleton<IOnChange>(p => p.GetRequiredService<Projector>()).AddSingleton<Rebuild>();
        services.AddSingleton<Lists>();
        services.AddSingleton<People>().AddSingleton<Credentials>().AddSingleton<SignInTries>().AddSingleton<SignInCodes>().AddSingleton<TokenIssuer>().AddSingleton<ISurfacePart, SignInRoutes>();
        services.AddSingleton<CongressDirectory>().AddSingleton<MandateRegister>().AddSingleton<OwnRules>().AddSingleton<RuleSets>().AddSingleton<ISurfacePart, RuleRoutes>().AddSingleton<DeputyRoll>().AddSingleton<Provisioning>().AddSingleton<ISurfacePart, CongressRoutes>();
        services.AddSingleton(new OwnNotices(HolidayNotices.Embedded)).AddSingleton<NoticeUseCases>().AddHostedService<NoticesAtStart>();
        services.AddSingleton<CalendarInForce>().AddSingleton<IConsumer, DeadlineMoves>().AddSingleton<ISurfacePart, CalendarRoutes>().AddSingleton<ActResolver>();
        services.AddSingleton<OpinionUseCases>().AddSingleton<OpinionReading>().AddSingleton<IListView, OpinionView>();
        services.AddSingleton<ChannelMessages>().AddSingleton<ICitizenMessageSink, MessageIntake>().AddSingleton<ISurfacePart, OpinionRoutes>();
        services.AddSingleton<SuggestionUseCases>().AddSingleton<SuggestionReading>().AddSingleton<SuggestionActs>().AddSingleton<IListView, SuggestionView>();
        services.AddSingleton<IOnChange, SourceLinks>().AddSingleton<IOnChange, Mergers>().AddSingleton<ISurfacePart, SuggestionRoutes>().AddSingleton<ISurfacePart, HandlingRoutes>();
        services.AddSingleton<IBallotBox, BallotBox>().AddSingleton<IVotingRights, VotingRights>().AddSingleton<PollKeys>().AddSingleton<Recounts>();
        services.AddSingleton<Sealed1Scheme>().AddSingleton<IBallotScheme>(p => p.GetRequiredService<Sealed1Scheme>());
        services.AddSingleton<PollOpening>().AddSingleton<PollVoting>().AddSingleton<PollTally>();
        services.AddSingleton<PollUseCases>().AddSingleton<PollReading>().AddSingleton<ISurfacePart, PollRoutes>().AddSingleton<IConsumer, TallyConsumer>().AddSingleton<IOnChange, OpenedBoxes>();
        services.AddSingleton<Erasure>().AddSingleton<IOnChange>(p => p.GetRequiredService<Erasure>()).AddSingleton<DataSubjectUseCases>().AddSingleton<ISurfacePart, PersonalDataRoutes>();
        services.AddReminders();
        services.AddSingleton<Checkpoints>().AddSingleton<CheckpointKey>().AddSingleton<CheckpointTick>().AddSingleton<Verification>();
        return services.AddHttpSurface();
    }

    private static IServiceCollection AddReminders(this IServiceCollection services)
    {
        services.AddOptions<ReminderOptions>().ValidateOnStart();
        services.AddSingleton<IValidateOptions<ReminderOptions>, ReminderOptionsValidation>().AddSingleton<ReminderPolicies>();
        services.AddSingleton<IDutySource, SuggestionDuties>().AddSingleton<IDutySource, OpinionDuties>().AddSingleton<Duties>().AddSingleton<StillOwed>();
        services.AddSingleton<Ledger>().AddSingleton<DueEntries>().AddSingleton<Lapses>().AddSingleton<MovedDays>().AddSingleton<Digests>().AddSingleton<ReminderTick>();
        services.AddSingleton<FirstDays>().AddSingleton<SentReminders>().AddSingleton<IConsumer, NoticeConsumer>().AddSingleton<IConsumer, OutgoingConsumer>();
        services.AddSingleton<WorkGroupNotices>().AddSingleton<INoticeChannel>(p => p.GetRequiredService<WorkGroupNotices>());
        services.AddSingleton<INoticeChannel, ShownNotices>().AddSingleton<INoticeChannel, WebhookChannel>();
        // What is posted is nobody's business but the two ends': no logger sees it, no redirection takes it elsewhere.
        services.AddHttpClient(WebhookChannel.Client, http => http.Timeout = TimeSpan.FromSeconds(5))
            .RemoveAllLoggers().ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.AddSingleton<Approvals>();
        return services.AddSingleton<ISurfacePart, ObligationRoutes>().AddSingleton<ISurfacePart, ReminderRoutes>();
    }

    private static IServiceCollection AddHttpSurface(this IServiceCollection services)
    {
        services.AddRouting();
        services.AddMetrics().AddSingleton<Rejections>();
        services.AddLocalization();
        services.AddProblemDetails();
        services.AddAuthorization();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<TokenIssuer, TimeProvider>((bearer, issuer, time) =>
        {
            bearer.MapInboundClaims = false;
            bearer.ConfigurationManager = issuer;
            bearer.TimeProvider = time;
            bearer.TokenValidationParameters.ValidIssuer = TokenIssuer.Name;
            bearer.TokenValidationParameters.ValidAudience = TokenIssuer.Name;
            bearer.TokenValidationParameters.ClockSkew = _clockSkew;
            // The handler's own check reads the machine's clock.
            bearer.TokenValidationParameters.LifetimeValidator = (from, until, _, _) =>
                from - _clockSkew <= time.GetUtcNow().UtcDateTime && time.GetUtcNow().UtcDateTime < until + _clockSkew;
        });
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<RateLimits.Options>>((limiter, limits) => RateLimits.Configure(limiter, limits.Value));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.Configure<JsonOptions>(options => ConfigureJson(options.SerializerOptions));
        services.AddOpenApi(DocumentationRoutes.Document);
        services.AddSingleton<ISurfacePart, DocumentationRoutes>().AddSingleton<ISurfacePart, HealthRoutes>();
        return services.AddSingleton<HttpSurface>();
    }

    /// <summary>How requests and answers are written: camelCase, dates as ISO 8601, names of cases as texts; an unknown or missing field is an error that names it.</summary>
    public static void ConfigureJson(JsonSerializerOptions options)
    {
        options.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
        options.Converters.Add(new JsonStringEnumConverter());
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    }
}
