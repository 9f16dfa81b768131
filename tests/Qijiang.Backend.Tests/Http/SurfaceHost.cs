using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Testing;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Http;
using Qijiang.Backend.Identity;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.PersonalData;
using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;
using Qijiang.Storage.Contracts;
using Xunit;

namespace Qijiang.Backend.Tests.Http;

/// <summary>
/// The surface in a process of its own, over memory, with two congresses and a few people. Its two clocks are years apart, so
/// that nothing passes by reading the other one, or the machine's.
/// </summary>
public sealed class SurfaceHost : IAsyncLifetime
{
    private readonly DirectoryInfo keys = Directory.CreateTempSubdirectory("qijiang-surface-");
    private readonly Action<RateLimits.Options> limits;
    private readonly string? rules;
    private readonly Action<IServiceCollection>? more;
    private WebApplication? app;

    public SurfaceHost() : this(limits => (limits.RequestsPerMinute, limits.SignInsPerMinute) = (100_000, 100_000)) { }

    internal SurfaceHost(Action<RateLimits.Options> limits, string? rules = null, Action<IServiceCollection>? more = null) => (this.limits, this.rules, this.more) = (limits, rules, more);

    internal SurfaceHost(Action<IServiceCollection> more) : this(limits => (limits.RequestsPerMinute, limits.SignInsPerMinute) = (100_000, 100_000), null, more) { }

    public static readonly PersonId Clerk = new("clerk");
    public static readonly PersonId FormerClerk = new("former-clerk");
    public static readonly PersonId ComingClerk = new("coming-clerk");
    public static readonly PersonId TownClerk = new("town-clerk");
    public static readonly PersonId AgencyClerk = new("agency-clerk");
    public static readonly PersonId Citizen = new("p-citizen");

    /// <summary>Every office that a person can be given.</summary>
    public static IReadOnlyList<Office> EveryOffice { get; } = [.. Enum.GetValues<Office>().Except([Office.System, Office.Citizen])];

    /// <summary>The person who holds this office in <c>qj</c>, and no other.</summary>
    public static PersonId Only(Office office) => new($"only-{office}");

    /// <summary>The domain's clock: ten in the morning in China, on 24 November 2026.</summary>
    public FakeClock Clock { get; } = new(Instant.FromUtc(2026, 11, 24, 2, 0));

    /// <summary>The technical clock.</summary>
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2031, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public HttpClient Http { get; private set; } = null!;

    public IServiceProvider Services => app!.Services;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        var queue = new InMemoryMessageQueue(Time);
        builder.Services.AddSingleton<IMessageQueue>(queue).AddSingleton<IRowStore>(new InMemoryRowStore(queue));
        builder.Services.AddSingleton(new KeyRows(new InMemoryRowStore())).AddSingleton<IKeyPort>(new LocalKeyPort(keys.FullName));
        builder.Services.AddSingleton<IClock>(Clock).AddSingleton<TimeProvider>(Time).AddSingleton<ICitizenLogin, PlayedLogin>();
        builder.Services.AddQijiang().AddSingleton<ISurfacePart, TestRoutes>().Configure(limits).Configure<RuleSettings>(settings => settings.Folder = rules);
        more?.Invoke(builder.Services);
        app = builder.Build();
        app.Run(app.Services.GetRequiredService<HttpSurface>().HandleAsync);
        await app.StartAsync();
        Http = app.GetTestClient();
        await ProvisionAsync();
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await app!.DisposeAsync();
        keys.Delete(recursive: true);
    }

    /// <summary>A token for this person, as signing in gives it.</summary>
    public Task<string> TokenOfAsync(PersonId person) => Services.GetRequiredService<TokenIssuer>().IssueAsync(person, CancellationToken.None);

    /// <summary>Sends a request.</summary>
    /// <param name="method">The method.</param>
    /// <param name="address">The address.</param>
    /// <param name="as">Who is signed in; null: nobody.</param>
    /// <param name="json">The body; null: none.</param>
    /// <param name="more">What is particular about it.</param>
    public async Task<Answer> SendAsync(HttpMethod method, string address, PersonId? @as = null, string? json = null, Action<HttpRequestMessage>? more = null)
    {
        using var request = new HttpRequestMessage(method, address);
        if (@as is { } person) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenOfAsync(person));
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        if (method != HttpMethod.Get) request.Headers.Add("Idempotency-Key", "key-1");
        more?.Invoke(request);
        using var response = await Http.SendAsync(request);
        return new Answer((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync(), response.Headers.ToString() + response.Content.Headers);
    }

    public Task<Answer> GetAsync(string address, PersonId? @as = null, Action<HttpRequestMessage>? more = null) => SendAsync(HttpMethod.Get, address, @as, null, more);

    public Task<Answer> PostAsync(string address, PersonId? @as, string? json, Action<HttpRequestMessage>? more = null) => SendAsync(HttpMethod.Post, address, @as, json, more);

    /// <summary>Every endpoint of the surface but those that only tests map.</summary>
    public IEnumerable<RouteEndpoint> Endpoints()
    {
        var routes = new Routes(Services);
        foreach (var part in Services.GetServices<ISurfacePart>().Where(part => part is not TestRoutes)) part.Map(routes);
        return routes.DataSources.SelectMany(source => source.Endpoints).Cast<RouteEndpoint>();
    }

    /// <summary>Method and address of an endpoint.</summary>
    public static string NameOf(RouteEndpoint endpoint) =>
        $"{string.Join(',', endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"])} /{endpoint.RoutePattern.RawText!.TrimStart('/')}";

    private Task ProvisionAsync()
    {
        var (qijiang, town) = (new CongressId("qj"), new CongressId("gn"));
        var from = new LocalDate(2026, 1, 1);
        DistrictPlan.PlannedPerson Person(PersonId id, params DistrictPlan.PlannedOffice[] offices) => new(id, $"name of {id}", offices);
        DistrictPlan.PlannedOffice Desk(CongressId congress, LocalDate from, LocalDate? until = null) => new(congress, Office.DeskClerk, from, new BodyId("desk"), null, until);
        DistrictPlan.PlannedOffice Agency(string agency) => new(qijiang, Office.AgencyClerk, from, new BodyId(agency));
        Body[] bodies = [
            new(new("desk"), BodyKind.Desk, new("人代工委", "Desk")), new(new("water"), BodyKind.Agency, new("水利局", "Water")), new(new("roads"), BodyKind.Agency, new("交通局", "Roads")),
            new(new("chairs"), BodyKind.ChairsMeeting, new("主任会议", "Chairs' Meeting")), new(new("government-office"), BodyKind.CoordinatingOffice, new("政府办", "Government Office")),
            new(new("gunan"), BodyKind.LocalCongress, new("古南街道人大工委", "Gunan commission")), new(new("construction"), BodyKind.Committee, new("城环委", "Construction Committee")),
            new(new("finance"), BodyKind.Committee, new("财经委", "Finance Committee"))];
        return Services.GetRequiredService<Provisioning>().ApplyAsync(new DistrictPlan(
            [
                new(qijiang, CongressLevel.District, new("綦江区人大", "Qijiang"), "chongqing", bodies),
                new(town, CongressLevel.Town, new("古南街道", "Gunan"), "chongqing", bodies[..1], null, qijiang),
            ],
            [
                new(Clerk, "王小明", [Desk(qijiang, from)], "Wang", "correct horse"),
                Person(FormerClerk, Desk(qijiang, from, new LocalDate(2026, 11, 24))),
                Person(ComingClerk, Desk(qijiang, new LocalDate(2026, 11, 25))),
                Person(TownClerk, Desk(town, from)),
                Person(AgencyClerk, Agency("water"), Agency("roads")),
                .. EveryOffice.Select(office => Person(Only(office), office == Office.Deputy
                    ? new DistrictPlan.PlannedOffice(qijiang, office, from, District: new("d-1"))
                    : new DistrictPlan.PlannedOffice(qijiang, office, from, new BodyId(office is Office.AgencyClerk or Office.AgencyPrincipal ? "water" : "desk")))),
            ]), CancellationToken.None);
    }

    /// <summary>What came back.</summary>
    public sealed record Answer(int Status, string? ContentType, string Body, string Headers)
    {
        public string? Code => Text("code");

        public string? Field => Text("field");

        public string? Title => Text("title");

        /// <summary>A text of the JSON body; null where it is not there.</summary>
        public string? Text(string name)
        {
            if (Body.Length == 0) return null;
            using var json = JsonDocument.Parse(Body);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(name, out var value) ? value.ToString() : null;
        }

        /// <summary>Status, code and field.</summary>
        public (int, string?, string?) Problem => (Status, Code, Field);
    }

    private sealed class Routes(IServiceProvider services) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider => services;

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public IApplicationBuilder CreateApplicationBuilder() => new ApplicationBuilder(services);
    }
}
