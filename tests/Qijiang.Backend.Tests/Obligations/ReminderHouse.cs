using System.Globalization;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Obligations;
using Qijiang.Backend.Tests.Http;
using Qijiang.Backend.Tests.Suggestions;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Tests.Obligations;

/// <summary>A congress with its reminders: a day and hour can be chosen, the timer ticks and messages are delivered when told to.</summary>
internal sealed class ReminderHouse : IAsyncDisposable
{
    private static readonly TimeSpan _lease = TimeSpan.FromMinutes(1);
    private static int numbers;
    private readonly DirectoryInfo policies = Directory.CreateTempSubdirectory("qijiang-policies-");
    private readonly SuggestionDoors doors;

    private ReminderHouse(string? policy)
    {
        if (policy is not null) WritePolicy(policy);
        Surface = new SurfaceHost(services =>
        {
            services.Configure<ReminderOptions>(options =>
            {
                options.Folder = policies.FullName;
                options.Webhook = new WebhookOptions { Address = new Uri("https://hooks.example/reminders"), Secret = Secret };
            });
            services.AddSingleton<INoticeChannel>(Channel);
            services.AddHttpClient(WebhookChannel.Client).ConfigurePrimaryHttpMessageHandler(() => Receiver);
        });
        doors = new SuggestionDoors(Surface);
    }

    public const string Secret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    public const string Words = "路灯不亮，有人摔了跤。";

    public SurfaceHost Surface { get; }

    public RecordingChannel Channel { get; } = new();

    public WebhookReceiver Receiver { get; } = new();

    public static async Task<ReminderHouse> OpenAsync(string? policy = null)
    {
        var house = new ReminderHouse(policy);
        await house.Surface.InitializeAsync();
        return house;
    }

    public async ValueTask DisposeAsync()
    {
        await Surface.DisposeAsync();
        policies.Delete(recursive: true);
    }

    public void WritePolicy(string json) => File.WriteAllText(Path.Combine(policies.FullName, "qj.json"), json);

    /// <summary>A suggestion in the hands of the water agency since 24 November 2026: to be met by 22 December, answered by 24 February 2027.</summary>
    public async Task<string> AssignAsync()
    {
        var id = await doors.RegisterAsync($"第{Interlocked.Increment(ref numbers)}号");
        (await doors.PostAsync($"/{id}/agencies", SurfaceHost.Clerk, $$"""{"parts":[{"agency":"water","role":"Lead"}],"decision":{{SuggestionDoors.Decision}}}""")).Status.Should().Be(200);
        await DeliverAsync(StreamChanged.Queue);
        return id;
    }

    /// <summary>A suggestion in the hands of the water agency since 9 November 2026: to be answered by 9 February 2027, which no notice has arranged yet.</summary>
    public async Task<string> AssignOnTheNinthAsync()
    {
        var id = (await doors.PostAsync("", SuggestionDoors.Deputy, """{"title":"改造路灯","text":"建议改造古南街道的路灯。","made":"BetweenSessions","occurredOn":"2026-11-02"}""")).Text("id")!;
        (await doors.PostAsync($"/{id}/receipt", SurfaceHost.Clerk, $$"""{"number":"第{{Interlocked.Increment(ref numbers)}}号","occurredOn":"2026-11-03"}""")).Status.Should().Be(200);
        (await doors.PostAsync($"/{id}/agencies", SurfaceHost.Clerk, $$"""{"parts":[{"agency":"water","role":"Lead"}],"decision":{{SuggestionDoors.Decision.Replace("2026-11-24", "2026-11-09", StringComparison.Ordinal)}}}"""))
            .Status.Should().Be(200);
        await DeliverAsync(StreamChanged.Queue);
        return id;
    }

    /// <summary>An opinion that a citizen gave on 24 November 2026, its kind settled: to be told in writing by 9 December.</summary>
    public async Task<string> TakeInAsync(string kind)
    {
        var number = (await Surface.PostAsync("/api/qj/opinions", SurfaceHost.Citizen, $$"""{"words":"{{Words}}"}""")).Text("number")!;
        (await Surface.PostAsync($"/api/qj/opinions/{number}/kind", SurfaceHost.Only(Office.IntakeClerk), $$"""{"kind":"{{kind}}","district":"d-1"}""")).Status.Should().Be(200);
        await DeliverAsync(StreamChanged.Queue);
        return number;
    }

    /// <summary>The agency meets the deputy.</summary>
    public Task MeetAsync(string suggestion) => ActAsync($"/{suggestion}/handlings/water/contacts", """{"phase":"Before","manner":"Visit","note":"走访"}""");

    /// <summary>The agency takes the longer period.</summary>
    public Task ExtendAsync(string suggestion) => ActAsync($"/{suggestion}/handlings/water/extension", """{"reasons":"涉及面广"}""");

    public void GoTo(LocalDate day, int hour, int minute = 0) => Surface.Clock.Reset(day.At(new LocalTime(hour, minute)).InZoneStrictly(ChinaDate.Zone).ToInstant());

    public async Task TickAsync(LocalDate day, int hour, int minute = 0)
    {
        GoTo(day, hour, minute);
        await Surface.Services.GetRequiredService<ReminderTick>().RunAsync(CancellationToken.None);
    }

    /// <summary>Delivers what lies in the queues, in their order; how many failed and lie there again.</summary>
    public async Task<int> DeliverAsync(params string[] queues)
    {
        var failed = 0;
        foreach (var queue in queues is [] ? [StreamChanged.Queue, ReminderNotice.Queue, OnChannel.Queue] : queues) failed += await DeliverAsync(queue, int.MaxValue);
        return failed;
    }

    /// <summary>Delivers what lies in a queue and lets it lie there, as when a consumer dies just before it deletes.</summary>
    public async Task DeliverUndeletedAsync(string queue)
    {
        var (messages, delivery) = (Surface.Services.GetRequiredService<IMessageQueue>(), Surface.Services.GetRequiredService<Delivery>());
        var handled = await messages.ReceiveAsync(queue, 32, _lease, CancellationToken.None);
        foreach (var message in handled) await delivery.DeliverAsync(queue, message.Envelope, CancellationToken.None);
        foreach (var message in handled) await messages.ReleaseAsync(message, TimeSpan.Zero, CancellationToken.None);
    }

    public async Task<int> DeliverAsync(string queue, int atMost)
    {
        var (messages, delivery) = (Surface.Services.GetRequiredService<IMessageQueue>(), Surface.Services.GetRequiredService<Delivery>());
        var failed = new List<ReceivedMessage>();
        for (var taken = 0; taken < atMost && await messages.ReceiveAsync(queue, 1, _lease, CancellationToken.None) is [var message]; taken++)
        {
            try
            {
                await delivery.DeliverAsync(queue, message.Envelope, CancellationToken.None);
                await messages.DeleteAsync(message, CancellationToken.None);
            }
            catch (HttpRequestException)
            {
                failed.Add(message);
            }
        }

        foreach (var message in failed) await messages.ReleaseAsync(message, TimeSpan.Zero, CancellationToken.None);
        return failed.Count;
    }

    public Task<SurfaceHost.Answer> DecideAsync(string obligation, string step, bool approved, PersonId? by = null, string? key = null) =>
        Surface.PostAsync("/api/qj/obligations/reminders/decisions", by ?? SurfaceHost.Clerk, $$"""
            {"obligation":"{{obligation}}","step":"{{step}}","to":"ChairsMeeting","approved":{{(approved ? "true" : "false")}},"reason":"已与承办单位沟通"}
            """, request =>
        {
            request.Headers.Remove("Idempotency-Key");
            request.Headers.Add("Idempotency-Key", key ?? $"decision-{Interlocked.Increment(ref numbers).ToString(CultureInfo.InvariantCulture)}");
        });

    public async Task<string> BodyOfAsync(string address, PersonId? person = null, string? language = null)
    {
        var answer = await Surface.GetAsync($"/api/qj/obligations{address}", person ?? SurfaceHost.Clerk, language is null ? null : request => request.Headers.Add("Accept-Language", language));
        answer.Status.Should().Be(200, answer.Body);
        return answer.Body;
    }

    private async Task ActAsync(string address, string json)
    {
        var answer = await doors.PostAsync(address, SurfaceHost.Only(Office.AgencyClerk), json);
        answer.Status.Should().Be(200, answer.Body);
    }
}
