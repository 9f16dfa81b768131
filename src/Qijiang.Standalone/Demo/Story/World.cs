using System.Collections.Concurrent;
using NodaTime;
using NodaTime.Text;
using Qijiang.Standalone.Demo.FakeWeChat;
using Qijiang.Standalone.Demo.Running;

namespace Qijiang.Standalone.Demo.Story;

/// <summary>What a story is played in: the running back end, reached by HTTP alone, the played WeChat, and the people with their sign-ins.</summary>
/// <param name="settings">The demo's settings.</param>
/// <param name="http">Reaches the back end; its base address is that of the settings.</param>
/// <param name="login">The played sign-in of the mini-program.</param>
/// <param name="passwords">Of those who sign in with one, by name.</param>
/// <param name="narrator">Shows what goes on.</param>
/// <param name="today">The domain's day on which the back end was started.</param>
public sealed class World(
    DemoSettings settings, HttpClient http, FakeLogin login, IReadOnlyDictionary<string, string> passwords, INarrator narrator, LocalDate today)
{
    private const int AtOnce = 4;
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _tokens = new(StringComparer.Ordinal);   // lazy: a second code would end the first one

    /// <summary>Shows what goes on.</summary>
    public INarrator Narrator => narrator;

    /// <summary>The domain's day.</summary>
    public LocalDate Today { get; private set; } = today;

    /// <summary>The played message push of WeChat.</summary>
    public FakePusher Pusher { get; } = new(settings.Account, http, TimeProvider.System);

    /// <summary>The address of the message push.</summary>
    public Uri PushAddress { get; } = new(settings.Address, "api/wechat/messages");

    /// <summary>The mini-program.</summary>
    public FakeAccount Account => settings.Account;

    /// <summary>Staff, signed in with name and password.</summary>
    /// <param name="congress">Where they act.</param>
    /// <param name="name">The sign-in name.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<Caller> StaffAsync(string congress, string name, CancellationToken cancel) =>
        new(http, congress, await TokenAsync("staff " + name, () => SignInAsync("", new { name, password = passwords[name] }, cancel)));

    /// <summary>A deputy, or somebody of an agency, signed in with a code that the administrator issued.</summary>
    /// <param name="congress">Where they act.</param>
    /// <param name="person">Who.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<Caller> PersonAsync(string congress, string person, CancellationToken cancel) =>
        new(http, congress, await TokenAsync("person " + person, async () =>
        {
            var code = await IssueCodeAsync(congress, person, cancel);
            return await SignInAsync("/code", new { code }, cancel);
        }));

    /// <summary>Somebody who opened the mini-program.</summary>
    /// <param name="congress">Where they write.</param>
    /// <param name="openId">As WeChat knows them.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<Caller> CitizenAsync(string congress, string openId, CancellationToken cancel) =>
        new(http, congress, await TokenAsync("citizen " + openId, () => SignInAsync("/mini-program", new { code = login.IssueCode(openId) }, cancel)));

    /// <summary>A new sign-in code, from the administrator.</summary>
    /// <param name="congress">Where the person holds an office.</param>
    /// <param name="person">Who.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<string> IssueCodeAsync(string congress, string person, CancellationToken cancel) =>
        (await (await StaffAsync(congress, "admin", cancel)).PostAsync($"offices/{person}/sign-in-codes", new { }, cancel)).Text("code");

    /// <summary>Moves the domain's clock, forward only, and lets the reminder timer tick once.</summary>
    /// <param name="day">The day.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task MoveToAsync(LocalDate day, CancellationToken cancel)
    {
        await TickAsync(day, cancel);
        Today = day;
        narrator.Tell($"时间来到 {day:uuuu'年'M'月'd'日'}", $"the clock moves to {LocalDatePattern.Iso.Format(day)}");
    }

    /// <summary>Waits for what the queue brings.</summary>
    /// <param name="what">What is waited for.</param>
    /// <param name="read">Reads it; null: not yet.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="ticking">Whether the timer is to tick between two looks: what it did not find in a list yet it finds then.</param>
    /// <exception cref="StoryFailedException">It did not come in three minutes.</exception>
    public async Task<T> WaitForAsync<T>(string what, Func<Task<T?>> read, CancellationToken cancel, bool ticking = false)
        where T : class
    {
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (await read() is { } found) return found;
            if (TimeProvider.System.GetElapsedTime(since) > _patience) throw new StoryFailedException($"waited in vain for {what}");
            await Task.Delay(_pause, cancel);
            if (ticking) await TickAsync(Today, cancel);
        }
    }

    /// <summary>Does the same for many, a few at a time, and shows how it goes on.</summary>
    /// <param name="chinese">What is done.</param>
    /// <param name="english">The same, short.</param>
    /// <param name="all">For whom.</param>
    /// <param name="work">Does it for one.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="atOnce">How many at a time.</param>
    public Task EachAsync<T>(string chinese, string english, IReadOnlyCollection<T> all, Func<T, CancellationToken, Task> work, CancellationToken cancel, int atOnce = AtOnce) =>
        narrator.CountAsync(chinese, english, all.Count, done => Parallel.ForEachAsync(
            all,
            new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancel },
            async (item, token) =>
            {
                await work(item, token);
                done();
            }));

    private async Task TickAsync(LocalDate day, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{ClockControl.Path[1..]}?date={LocalDatePattern.Iso.Format(day)}", UriKind.Relative));
        request.Headers.Add(ClockControl.TokenHeader, settings.Token);
        using var answer = await http.SendAsync(request, cancel);
        if (!answer.IsSuccessStatusCode) throw new StoryFailedException($"the clock does not move to {day}: {(int)answer.StatusCode}");
    }

    private Task<string> TokenAsync(string who, Func<Task<string>> signIn) => _tokens.GetOrAdd(who, _ => new(signIn)).Value;

    private async Task<string> SignInAsync(string how, object body, CancellationToken cancel)
    {
        using var answer = await http.PostAsJsonAsync(new Uri($"api/sign-ins{how}", UriKind.Relative), body, cancel);
        if (!answer.IsSuccessStatusCode) throw new StoryFailedException($"sign-in{how}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancel)}");
        return new Answer((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<System.Text.Json.Nodes.JsonNode>(cancel)).Text("token");
    }
}
