using System.Collections.Concurrent;
using System.Globalization;
using Qijiang.Standalone.Demo.Running;

namespace Qijiang.Standalone.Demo.Story;

/// <summary>
/// Step 6: the back end is killed while ballots and opinions pour in, and started again. What was acknowledged is kept in a
/// ledger of the driver's own; nothing of it may be missing or doubled.
/// </summary>
public static class KilledInTheMiddle
{
    private const int Opinions = 120;
    private const int KillAfter = 60;
    private const int AtOnce = 8;

    private static readonly PollPlan.Project[] _projects =
    [
        new("t1", "场镇污水管网改造", "town-government", 60), new("t2", "村道安防护栏", "town-government", 55), new("t3", "便民服务中心升级", "town-government", 51), new("t4", "古镇步道修缮", "town-government", 44),
        new("t5", "村级卫生室建设", "town-government", 38), new("t6", "场镇停车场", "town-government", 32), new("t7", "文化广场翻新", "town-government", 31), new("t8", "路灯延伸", "town-government", 20),
    ];

    /// <summary>What was seen.</summary>
    /// <param name="Sent">Calls in all.</param>
    /// <param name="Acknowledged">Answered with success before the end.</param>
    /// <param name="Unanswered">Never answered: nobody can know what became of them.</param>
    /// <param name="Missing">Acknowledged, and not there after the restart.</param>
    /// <param name="Doubled">Recorded more than once after all were sent again.</param>
    /// <param name="CastAfterRestart">Ballots in the box after the restart, before anything was sent again.</param>
    /// <param name="BallotsAcknowledged">Ballots among the acknowledged.</param>
    /// <param name="OpinionsRecorded">Different opinions after all were sent again.</param>
    /// <param name="Cast">Ballots in the box at the closing.</param>
    /// <param name="Votes">The votes for each project.</param>
    public sealed record Told(
        int Sent, int Acknowledged, int Unanswered, IReadOnlyList<string> Missing, IReadOnlyList<string> Doubled,
        int CastAfterRestart, int BallotsAcknowledged, int OpinionsRecorded, int Cast, IReadOnlyDictionary<string, int> Votes);

    private sealed record Call(string Key, string? Deputy, Func<CancellationToken, Task<Answer>> SendAsync);

    /// <summary>Plays it.</summary>
    /// <param name="world">Where.</param>
    /// <param name="backend">The process to kill.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<Told> PlayAsync(World world, BackendProcess backend, CancellationToken cancel)
    {
        world.Narrator.Chapter(6, "断电：投票中途强行终止进程", "SIGKILL in the middle of it");
        var everybody = Enumerable.Range(1, SampleDistrict.TownDeputies).Select(n => SampleDistrict.Deputy(SampleDistrict.Dongxi, n)).ToList();
        var plan = new PollPlan("东溪镇民生实事项目票决", 6, _projects, everybody, everybody);
        var play = new PollPlay(world, SampleDistrict.Dongxi, "dongxi-secretariat", plan);
        await play.OpenAsync(cancel);
        var intake = await world.StaffAsync(SampleDistrict.Dongxi, "dongxi-intake", cancel);
        var calls = Calls(play, plan, intake);
        var ledger = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        await PourAsync(calls, ledger, backend, cancel);
        var unanswered = calls.Count - ledger.Count;
        world.Narrator.Tell($"投票和录入同时涌入，已确认 {ledger.Count} 件时强行终止（SIGKILL），{unanswered} 件没有得到答复", $"killed with {ledger.Count} acknowledged and {unanswered} unanswered");

        await backend.StartAsync(world.Today, cancel);
        var cast = (await play.ShownAsync(cancel)).Number("cast");
        var ballots = calls.Count(call => call.Deputy is not null && ledger.ContainsKey(call.Key));
        var missing = await MissingAsync(intake, calls, ledger, cancel);
        missing.AddRange(await UnknownBallotsAsync(play, plan, calls, ledger, cancel));
        world.Narrator.Tell($"重新启动：已确认的 {ledger.Count} 件全部在，票箱里有 {cast} 张票", "started again: everything acknowledged is there");

        var (numbers, doubled) = await SendAgainAsync(intake, calls, ledger, cancel);
        var tallied = await play.CloseAsync(cancel);
        world.Narrator.Tell($"全部 {calls.Count} 件按原来的键重发，没有一件重复：意见 {numbers} 件，票 {tallied.Number("cast")} 张", "all sent again under their keys: nothing is there twice");
        return new(calls.Count, ledger.Count, unanswered, missing, doubled, cast, ballots, numbers, tallied.Number("cast"), PollPlay.VotesOf(tallied));
    }

    private static List<Call> Calls(PollPlay play, PollPlan plan, Caller intake)
    {
        var ballots = plan.Present.Zip(plan.Ballots()).Select(vote =>
        {
            var key = Caller.NewKey();
            return new Call(key, vote.First, cancel => play.CastAsync(vote.First, vote.Second, key, cancel));
        }).ToList();
        var opinions = Enumerable.Range(1, Opinions).Select(n =>
        {
            var key = Caller.NewKey();
            var body = new { words = string.Create(CultureInfo.InvariantCulture, $"来访第 {n} 位反映场镇排水不畅。"), manner = "Spoken", title = "排水不畅", district = "dongxi-town" };
            return new Call(key, null, cancel => intake.TryPostAsync("opinions/in-person", body, cancel, key));
        }).ToList();
        // Mixed, so that the end comes in the middle of both.
        return [.. ballots.Concat(opinions).OrderBy(call => call.Key, StringComparer.Ordinal)];
    }

    private static async Task PourAsync(List<Call> calls, ConcurrentDictionary<string, string> ledger, BackendProcess backend, CancellationToken cancel)
    {
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var pouring = Parallel.ForEachAsync(calls, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (call, token) =>
        {
            try
            {
                var answer = await call.SendAsync(token);
                if (!answer.IsSuccess) throw new StoryFailedException($"{answer.Status} {answer.Code}");
                ledger[call.Key] = answer.Text("number");
                if (ledger.Count >= KillAfter) enough.TrySetResult();
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                // No answer: that it was recorded is possible, and so is that it was not.
            }
        });
        await Task.WhenAny(enough.Task, pouring);
        await backend.KillAsync(cancel);
        await pouring;
    }

    private static async Task<List<string>> MissingAsync(Caller intake, List<Call> calls, ConcurrentDictionary<string, string> ledger, CancellationToken cancel)
    {
        var missing = new List<string>();
        foreach (var call in calls.Where(call => call.Deputy is null && ledger.ContainsKey(call.Key)))
        {
            var number = ledger[call.Key];
            if ((await intake.GetAsync($"opinions/{number}", cancel)).Text("number") != number) missing.Add(number);
        }

        return missing;
    }

    // That a ballot is in the box shows when its deputy casts another one, which must be refused.
    private static async Task<List<string>> UnknownBallotsAsync(PollPlay play, PollPlan plan, List<Call> calls, ConcurrentDictionary<string, string> ledger, CancellationToken cancel)
    {
        var against = plan.Projects.ToDictionary(project => project.Id, _ => "against", StringComparer.Ordinal);
        var unknown = new List<string>();
        foreach (var call in calls.Where(call => call.Deputy is not null && ledger.ContainsKey(call.Key)))
            if ((await play.CastAsync(call.Deputy!, against, Caller.NewKey(), cancel)).Code != "ballot.already-cast") unknown.Add(call.Deputy!);
        return unknown;
    }

    // Sent again under its key a call is answered as the first time; each opinion holds the one event of its intake.
    private static async Task<(int Numbers, List<string> Doubled)> SendAgainAsync(Caller intake, List<Call> calls, ConcurrentDictionary<string, string> ledger, CancellationToken cancel)
    {
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        var doubled = new List<string>();
        foreach (var call in calls)
        {
            var answer = await call.SendAsync(cancel);
            if (!answer.IsSuccess) throw new StoryFailedException($"sent again: {answer.Status} {answer.Code}");
            if (call.Deputy is not null) continue;
            var number = answer.Text("number");
            if (ledger.TryGetValue(call.Key, out var first) && first != number) doubled.Add(number);
            if ((await intake.GetAsync($"opinions/{number}", cancel)).Number("version") != 1) doubled.Add(number);
            numbers.Add(number);
        }

        return (numbers.Count, doubled);
    }
}
