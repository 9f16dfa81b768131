using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Testing;
using Qijiang.Backend;
using Qijiang.Backend.Audit;
using Qijiang.Backend.Calendar;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Http;
using Qijiang.Backend.Identity;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Obligations;
using Qijiang.Backend.PersonalData;
using Qijiang.Backend.ReadModels;
using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;
using Qijiang.Storage.Contracts;
using Qijiang.Storage.Contracts.Faults;

namespace Qijiang.Reliability.Tests.Faults;

/// <summary>
/// The whole back end over memory, one of whose storage calls can be made to fail, and whoever calls it: a client that asks
/// again under the same key where it got no answer, a pump, a timer. One thing happens at a time.
/// </summary>
internal sealed partial class House : IAsyncDisposable
{
    private const int Tries = 4;
    private static readonly Instant _begin = Instant.FromUtc(2026, 4, 20, 2, 0);
    private static readonly string[] _ids = ["id", "number", "poll", "code", "version"];
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly TimeSpan[] _waits = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(20)];

    private readonly FakeClock clock = new(_begin);
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2031, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly InMemoryRowStore newRows;
    private readonly InMemoryRowStore newKeyRows = new();
    private readonly FaultyMessageQueue faultyQueue;
    private readonly FaultyRowStore faultyRows, faultyKeyRows;
    private readonly WebApplication app;
    private readonly QueuePump pump;
    private readonly List<(PersonId Who, string Path, byte[] Body, string Key, int Status, string Text)> acknowledged = [];
    private InMemoryMessageQueue queue;
    private InMemoryRowStore rows;
    private Func<Task>? askingAgain;
    private bool frozen;

    private House(bool messageFirst)
    {
        queue = new(time);
        rows = newRows = new(queue, messageFirst);
        (faultyQueue, faultyRows, faultyKeyRows) = (new(queue, Plan), new(newRows, Plan), new(newKeyRows, Plan));
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        var services = builder.Services;
        services.AddSingleton<IMessageQueue>(faultyQueue).AddSingleton<IRowStore>(faultyRows);
        services.AddSingleton(new KeyRows(faultyKeyRows)).AddSingleton<IKeyPort>(new InMemoryKeyPort());
        services.AddSingleton<IClock>(clock).AddSingleton<TimeProvider>(time).AddSingleton<ICitizenLogin, NobodyLogsIn>();
        services.AddQijiang().Configure<RateLimits.Options>(limits => (limits.RequestsPerMinute, limits.SignInsPerMinute) = (int.MaxValue, int.MaxValue));
        services.Remove(services.Single(service => service.ImplementationType == typeof(NoticesAtStart)));   // one thing happens at a time
        app = builder.Build();
        app.Run(app.Services.GetRequiredService<HttpSurface>().HandleAsync);
        pump = new(app.Services.GetRequiredService<IMessageQueue>(), app.Services.GetRequiredService<Delivery>(), time, NullLogger<QueuePump>.Instance);
        Plan.Meanwhile = MeanwhileAsync;
    }

    /// <summary>Which storage call fails, and how.</summary>
    public FaultPlan Plan { get; } = new();

    /// <summary>What is wrong with it; null: nothing that is known.</summary>
    public Defect? Defect { get; set; }

    /// <summary>Ids by the name that the scenario gives them: another run has other ids.</summary>
    public Dictionary<string, string> Names { get; } = [];

    /// <summary>Opens it with its congress set up.</summary>
    /// <param name="messageFirst">Whether the store sends before it commits.</param>
    public static async Task<House> OpenAsync(bool messageFirst)
    {
        var house = new House(messageFirst);
        await house.app.StartAsync();
        await house.app.Services.GetRequiredService<Provisioning>().ApplyAsync(People.Plan, CancellationToken.None);
        await house.app.Services.GetRequiredService<NoticeUseCases>().EnterOwnAsync(CancellationToken.None);
        await house.SettleAsync();
        return house;
    }

    /// <summary>Everything is as it was when the congress had just been set up; what is remembered for a time is forgotten.</summary>
    public void BeginAnew()
    {
        queue = new(time);
        rows = newRows.Copy(queue);
        (faultyQueue.Inner, faultyRows.Inner, faultyKeyRows.Inner) = (queue, Defect is Faults.Defect.ForgottenCommit ? new ForgetfulRowStore(rows, 2) : rows, newKeyRows.Copy(new(time)));
        clock.Reset(_begin);
        time.Advance(TimeSpan.FromDays(1));
        acknowledged.Clear();
        Names.Clear();
    }

    /// <summary>Asks until there is an answer, under one key; what was refused is an answer too.</summary>
    /// <returns>The answer's body.</returns>
    /// <param name="who">Who asks.</param>
    /// <param name="path">Below the congress.</param>
    /// <param name="body">What is said.</param>
    /// <param name="key">The idempotency key.</param>
    /// <param name="lasting">Whether the answer can be given again at any time; to a ballot it can't once nobody knows any more whose it is.</param>
    public async Task<JsonNode> PostAsync(PersonId who, string path, object body, string key, bool lasting = true)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, _json);
        for (var attempt = 1; ; attempt++)
        {
            // Who waits in vain asks again while the first request is still under way.
            askingAgain = () => SendAsync(who, path, bytes, key);
            var (status, text) = await SendAsync(who, path, bytes, attempt > 1 && Defect is Faults.Defect.UnknownRepeat ? $"{key}-{attempt}" : key);
            askingAgain = null;
            if (status < 500)
            {
                if (lasting) acknowledged.Add((who, path, bytes, key, status, text));
                return status < 300 ? JsonNode.Parse(text)! : throw new InvalidOperationException($"{path} answered {status}: {text}");
            }

            if (attempt == Tries) throw new InvalidOperationException($"{path} found no answer: {text}");
        }
    }

    /// <summary>Reads, whatever it takes.</summary>
    public async Task<string> GetAsync(PersonId who, string path)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (status, text) = await SendAsync(who, path, null, null);
            if (status < 500) return $"{status} {text}";
            if (attempt == Tries) throw new InvalidOperationException($"{path} found no answer: {text}");
        }
    }

    /// <summary>Time goes on until nothing is left in the queues.</summary>
    public async Task SettleAsync()
    {
        for (var wait = 0; wait < _waits.Length;)
        {
            if (await TakeAllAsync() > 0) wait = 0;
            else time.Advance(_waits[wait++]);
        }
    }

    /// <summary>The domain's clock goes on to a day, and the timer ticks: twice, since whatever fails in one tick is found by the next.</summary>
    public async Task TickOnAsync(LocalDate day)
    {
        var morning = day.At(new LocalTime(9, 0)).InZoneStrictly(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]).ToInstant();
        await SettleAsync();
        if (morning > clock.GetCurrentInstant()) clock.Reset(morning);
        for (var tick = 0; tick < 2; tick++)
        {
            try
            {
                await app.Services.GetRequiredService<ReminderTick>().RunAsync(CancellationToken.None);
            }
            catch (StoreDownException)
            {
                // The next tick finds what this one left.
            }

            await SettleAsync();
        }
    }

    /// <summary>Every request that was answered is sent once more; those that are answered otherwise.</summary>
    public async Task<IReadOnlyList<string>> OtherwiseAnsweredAsync()
    {
        var differences = new List<string>();
        foreach (var (who, path, body, key, status, text) in acknowledged)
        {
            var (again, textAgain) = await SendAsync(who, path, body, key);
            if (again != status || IdsIn(textAgain) != IdsIn(text)) differences.Add($"{path}: {status} {text}, and then {again} {textAgain}");
        }

        return differences;
    }

    /// <summary>All events of all streams, by stream: the kind of each.</summary>
    public async Task<string> EventsAsync()
    {
        var lines = new List<string>();
        await foreach (var row in rows.ScanTableAsync(EventStore.Table, null, CancellationToken.None))
        {
            if (row.Data.Length == 0) continue;   // a version that a writer was kept from taking
            using var stored = JsonDocument.Parse(row.Data);
            lines.Add($"{row.Partition} {stored.RootElement.GetProperty("event").GetProperty("type").GetString()}");
        }

        return Named(string.Join('\n', lines.Order(StringComparer.Ordinal)));
    }

    /// <summary>All rows of all lists.</summary>
    public async Task<string> ListsAsync()
    {
        var lines = new List<string>();
        await foreach (var row in rows.ScanTableAsync("lists", null, CancellationToken.None)) lines.Add($"{row.Partition} {row.Key} {System.Text.Encoding.UTF8.GetString(row.Data.Span)}");
        return Named(string.Join('\n', lines));
    }

    /// <summary>Throws the lists away that anybody may have left wrong, and writes them anew.</summary>
    public Task RebuildAsync() => app.Services.GetRequiredService<Rebuild>().RunAsync(_ => { }, CancellationToken.None);

    /// <summary>What verification finds, of the chains and of a checkpoint made now.</summary>
    public async Task<IReadOnlyList<Finding>> FindingsAsync()
    {
        await app.Services.GetRequiredService<CheckpointTick>().RunAsync(CancellationToken.None);
        var key = await app.Services.GetRequiredService<CheckpointKey>().FindPublicAsync(CancellationToken.None);
        return (await app.Services.GetRequiredService<Verification>().RunAsync(new(key), (_, _) => { }, CancellationToken.None)).Findings;
    }

    /// <summary>What nobody could deliver.</summary>
    public async Task<IReadOnlyList<string>> PoisonAsync()
    {
        var poison = new List<string>();
        foreach (var name in app.Services.GetRequiredService<Delivery>().Queues)
            poison.AddRange((await queue.ReceiveAsync(StoreArguments.PoisonOf(name), 100, TimeSpan.FromSeconds(1), CancellationToken.None)).Select(message => message.Envelope.Id));
        return poison;
    }

    /// <summary>The text with ids as the scenario names them.</summary>
    public string Named(string text) => Names.Aggregate(RandomPart().Replace(text, "<random>"), (named, id) => named.Replace(id.Value, $"<{id.Key}>", StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        pump.Dispose();
        await app.DisposeAsync();
    }

    // Another instance is at work while this one hangs: the client has asked it again, and it has delivered everything.
    private async Task MeanwhileAsync()
    {
        if (frozen) return;
        frozen = true;
        var again = askingAgain;
        time.Advance(TimeSpan.FromMinutes(20));
        if (again is not null) await again();
        await TakeAllAsync();
        frozen = false;
    }

    private async Task<int> TakeAllAsync()
    {
        var all = 0;
        for (var taken = 1; taken > 0; all += taken)
        {
            taken = 0;
            foreach (var name in app.Services.GetRequiredService<Delivery>().Queues) taken += await TakeAsync(name);
        }

        return all;
    }

    private async Task<int> TakeAsync(string name)
    {
        try
        {
            if (Defect is Faults.Defect.LostMessage)
                foreach (var message in await queue.ReceiveAsync(name, 1, TimeSpan.FromMinutes(2), CancellationToken.None)) await queue.DeleteAsync(message, CancellationToken.None);
            return await pump.TakeAsync(name, CancellationToken.None);
        }
        catch (StoreDownException)
        {
            return 1;   // the pump of the real host goes on, too
        }
    }

    private async Task<(int Status, string Text)> SendAsync(PersonId who, string path, byte[]? body, string? key)
    {
        using var http = app.GetTestClient();
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, $"/api/{People.Congress}/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Plan.UncountedAsync(() => app.Services.GetRequiredService<TokenIssuer>().IssueAsync(who, CancellationToken.None)));
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new("application/json");
        }

        using var answer = await http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    // What an answer shows of how things stand goes on; which thing it was does not.
    private static string IdsIn(string text)
    {
        var json = JsonNode.Parse(text) as JsonObject;
        return string.Join(',', _ids.Select(name => json?[name]?.ToString()));
    }

    // Ids of committed items, hashes of frames, and versions: one that a writer was kept from taking stays empty.
    [GeneratedRegex("[0-9a-f]{12}-[0-9]+|sha-256:[0-9a-f]+|\"version\":[0-9]+")]
    private static partial Regex RandomPart();

    private sealed class NobodyLogsIn : ICitizenLogin
    {
        public Task<CitizenLoginOutcome> ExchangeAsync(string code, CancellationToken cancel) => throw new NotSupportedException();
    }
}
