using NodaTime;

namespace Qijiang.Standalone.Demo.Story;

/// <summary>Step 5: 287 in office, 259 signed in, 12 candidates for 10 places. One ends with 144 votes and is adopted, one with 143 and is not.</summary>
public static class DistrictPoll
{
    private const int PresentDeputies = 259;
    private static readonly LocalDate _session = new(2027, 1, 12);

    private static readonly PollPlan.Project[] _projects =
    [
        new("p01", "农村公路提档升级", "transport", 231), new("p02", "城乡供水管网改造", "water", 224), new("p03", "公办幼儿园扩容", "education", 219),
        new("p04", "镇街卫生院能力提升", "health", 207), new("p05", "老旧小区改造", "housing", 198), new("p06", "社区养老服务站建设", "civil-affairs", 190),
        new("p07", "背街小巷照明改造", "urban-management", 181), new("p08", "城市公厕提升", "urban-management", 172), new("p09", "高标准农田建设", "agriculture", 160),
        new("p10", "农贸市场改造", "urban-management", 144), new("p11", "体育公园建设", "urban-management", 143), new("p12", "停车位增设", "urban-management", 97),
    ];

    /// <summary>What was seen.</summary>
    /// <param name="Number">The poll's number.</param>
    /// <param name="Roll">All deputies in office.</param>
    /// <param name="Present">Signed in.</param>
    /// <param name="Cast">Ballots in the box.</param>
    /// <param name="QuorumNeeded">The fewest that have to be present.</param>
    /// <param name="VotesNeeded">The fewest votes that adopt a project.</param>
    /// <param name="Votes">The votes for each project.</param>
    /// <param name="Adopted">The projects that are adopted.</param>
    /// <param name="SentAgain">The status of a ballot that was sent again after its answer was lost.</param>
    /// <param name="Second">The code with which another second ballot was refused.</param>
    /// <param name="Absent">The code with which a deputy who had not signed in was refused.</param>
    /// <param name="Late">The code with which a ballot after the closing was refused.</param>
    /// <param name="Explanation">The result's explanation in Chinese.</param>
    /// <param name="ExplanationInEnglish">The same in English.</param>
    /// <param name="Notice">The number of the public notice.</param>
    public sealed record Told(
        string Number, int Roll, int Present, int Cast, int QuorumNeeded, int VotesNeeded, IReadOnlyDictionary<string, int> Votes, IReadOnlyList<string> Adopted,
        int SentAgain, string Second, string Absent, string Late, IReadOnlyList<string> Explanation, IReadOnlyList<string> ExplanationInEnglish, string Notice);

    /// <summary>Plays it.</summary>
    /// <param name="world">Where.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<Told> PlayAsync(World world, CancellationToken cancel)
    {
        world.Narrator.Chapter(5, "民生实事项目票决", "a livelihood-project poll");
        await world.MoveToAsync(_session, cancel);
        var everybody = Enumerable.Range(1, SampleDistrict.Deputies).Select(SampleDistrict.Deputy).ToList();
        var plan = new PollPlan("綦江区2027年民生实事项目票决", 10, _projects, everybody, [.. everybody.Take(PresentDeputies)]);
        var play = new PollPlay(world, SampleDistrict.District, "secretariat", plan);
        await play.OpenAsync(cancel);
        world.Narrator.Tell($"{play.Number}：全体代表 287 名，报到 259 名，候选 12 项，应选 10 项，开始投票", "287 in office, 259 signed in, 12 candidates for 10 places: open");

        var ballots = plan.Ballots();
        var (first, key) = (plan.Present[0], Caller.NewKey());
        await CastAsync(play, first, ballots[0], key, cancel);
        var again = await play.CastAsync(first, ballots[0], key, cancel);
        world.Narrator.Tell($"答复丢失，同一张票重发：{again.Status}，与第一次一样", "the answer was lost, the same ballot again: answered as the first time");
        var second = await play.CastAsync(first, ballots[1], Caller.NewKey(), cancel);
        world.Narrator.Tell($"同一代表再投一张：{second.Status} {second.Code}", "any other second ballot is refused");
        var absent = await play.CastAsync(everybody[^1], ballots[1], Caller.NewKey(), cancel);
        world.Narrator.Tell($"没有报到的代表投票：{absent.Status} {absent.Code}", "who has not signed in has no ballot");
        await world.EachAsync("无记名投票", "secret ballots", [.. plan.Present.Zip(ballots).Skip(1)], (vote, token) => CastAsync(play, vote.First, vote.Second, Caller.NewKey(), token), cancel);

        var tallied = await play.CloseAsync(cancel);
        var late = await play.CastAsync(everybody[0], ballots[0], Caller.NewKey(), cancel);
        world.Narrator.Tell($"截止，计票由队列完成；截止后再投：{late.Status} {late.Code}", "closed; the tally ran from the queue; a late ballot is refused");
        await play.AnnounceAsync("綦江区人大公告〔2027〕1号", cancel);
        var told = Seen(play.Number, await play.ShownAsync(cancel), await play.ShownAsync(cancel, "en"), tallied, again, second, absent, late);
        world.Narrator.Tell("会上宣布，会后公告", "announced at the sitting, then by public notice");
        world.Narrator.Quote(string.Join('\n', told.Explanation));
        return told;
    }

    private static async Task CastAsync(PollPlay play, string deputy, IReadOnlyDictionary<string, string> marks, string key, CancellationToken cancel)
    {
        var answer = await play.CastAsync(deputy, marks, key, cancel);
        if (!answer.IsSuccess) throw new StoryFailedException($"a ballot was refused: {answer.Status} {answer.Code}");
    }

    private static Told Seen(string number, Answer announced, Answer english, Answer tallied, Answer again, Answer second, Answer absent, Answer late) => new(
        number, tallied.Number("roll"), tallied.Number("present"), tallied.Number("cast"), tallied.Number("result.outcome.quorumNeeded"), tallied.Number("result.outcome.votesNeeded"),
        PollPlay.VotesOf(tallied), PollPlay.AdoptedOf(tallied), again.Status, second.Code, absent.Code, late.Code,
        LinesOf(announced), LinesOf(english), announced.Text("result.publicNotice"));

    /// <summary>The explanation of a tallied poll's result, line by line.</summary>
    /// <param name="poll">The poll shown.</param>
    public static IReadOnlyList<string> LinesOf(Answer poll) => [.. poll.Items("result.explanation").Select(line => line.Body!.ToString())];
}
