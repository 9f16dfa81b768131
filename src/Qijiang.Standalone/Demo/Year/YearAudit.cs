using Qijiang.Standalone.Demo.Story;

namespace Qijiang.Standalone.Demo.Year;

/// <summary>Reads what the API says of the year, lists page by page, and sets it beside what the driver did.</summary>
internal sealed class YearAudit(World world, YearPlan plan, YearLedger ledger, IReadOnlyList<(PollPlan Plan, string Congress, PollPlay Play)> polls)
{
    private readonly List<Line> _lines = [];

    /// <summary>One thing that was counted twice: by the driver, and by the API.</summary>
    /// <param name="Chinese">What.</param>
    /// <param name="English">The same, short.</param>
    /// <param name="Done">By the driver.</param>
    /// <param name="Found">By the API.</param>
    internal sealed record Line(string Chinese, string English, int Done, int Found)
    {
        public bool Agrees => Done == Found;
    }

    public async Task<IReadOnlyList<Line>> RunAsync(CancellationToken cancel)
    {
        await OpinionsAsync(cancel);
        await SuggestionsAsync(cancel);
        foreach (var (poll, congress, play) in polls)
        {
            var votes = PollPlay.VotesOf(await play.ShownAsync(cancel));
            Add($"{poll.Title}（{congress}）得票相符的项目", "projects with the votes that were cast", poll.Projects.Count, poll.Projects.Count(p => votes.GetValueOrDefault(p.Id) == p.For));
        }

        return _lines;
    }

    // A report of wrongdoing stays sealed and is in nobody's general list.
    private async Task OpinionsAsync(CancellationToken cancel)
    {
        var open = plan.Opinions.Where(o => o.Kind != "Wrongdoing").ToList();
        // The lists follow by the queue.
        var listed = await world.WaitForAsync("the lists of opinions", async () =>
            await ListedAsync(open, cancel) is var all && all.Count >= open.Count ? all : null, cancel);
        var right = listed.Count(row => ledger.Opinions.TryGetValue(row.Row.Text("number"), out var o) && Agrees(o, row.Congress, row.Row));

        Add("登记的群众意见（举报件另行保密）", "opinions listed; reports of wrongdoing stay sealed", open.Count, listed.Count);
        Add("编号、性质、渠道、结果都相符", "with number, kind, channel and outcome as they were done", open.Count, right);
        Add("解决困难问题", "resolved", plan.Opinions.Count(o => o.Closed), listed.Count(row => row.Row.Text("closed") == "true"));
    }

    private async Task<List<(string Congress, Answer Row)>> ListedAsync(List<YearOpinion> open, CancellationToken cancel)
    {
        var listed = new List<(string, Answer)>();
        foreach (var congress in open.Select(o => o.Congress).Distinct())
        {
            var intake = await world.StaffAsync(congress, open.First(o => o.Congress == congress).Intake, cancel);
            await foreach (var row in intake.ListAsync("opinions", "opinions", cancel)) listed.Add((congress, row));
        }

        return listed;
    }

    private static bool Agrees(YearOpinion o, string congress, Answer row) =>
        o.Congress == congress && o.Kind == row.Text("kind") && o.Channel == row.Text("channel") && (o.Closed ? "true" : "false") == row.Text("closed");

    private async Task SuggestionsAsync(CancellationToken cancel)
    {
        var desk = await world.StaffAsync(SampleDistrict.District, "desk", cancel);
        var lapsed = plan.Suggestions.Count(s => s.Delivered is false);
        var before = await world.WaitForAsync("lapsed promises on the desk", async () =>
            await desk.ListAsync("suggestions?list=desk", "suggestions", cancel).CountAsync(cancel) is var count && count >= lapsed ? new Answer(count, null) : null, cancel, ticking: true);
        var rows = await desk.ListAsync("suggestions?list=all", "suggestions", cancel).ToDictionaryAsync(row => row.Text("id"), StringComparer.Ordinal, cancel);
        var shown = new Answer[plan.Suggestions.Count];
        await world.EachAsync("", "", plan.Suggestions, async (s, token) => shown[s.Index] = await desk.GetAsync($"suggestions/{ledger.Suggestions[s.Index]}", token), cancel);

        Add("代表建议", "suggestions", plan.Suggestions.Count, rows.Count);
        Add("其中万盛经开区", "of the Wansheng area", plan.Suggestions.Count(s => SampleDistrict.IsOfWansheng(s.Lead)), plan.Suggestions.Count(s => SampleDistrict.IsOfWansheng(s.Lead) && LeadOf(rows, s) == SampleDistrict.Deputy(s.Lead)));
        foreach (var replyClass in new[] { "A", "B", "C", "D" })
            Add($"答复 {replyClass} 类", $"replies of class {replyClass}", plan.Suggestions.Count(s => s.ReplyClass == replyClass), shown.Count(s => s.Items("replies") is [.., var last] && last.Text("class.code") == replyClass));
        Add("评价满意或基本满意", "satisfied or basically satisfied in the end", plan.Suggestions.Count, plan.Suggestions.Count(s => Part(shown, s).Text("grade") == s.FinalGrade && Part(shown, s).Text("stage") == "Closed"));
        var again = shown.Count(s => s.Items("history").Any(step => step.Text("what") == "RehandlingDemanded"));
        Add("其中一次评价即满意或基本满意", "of these at once", plan.Suggestions.Count(s => !s.IsDissatisfied), shown.Length - again);
        Add("不满意、重新办理", "dissatisfied first, and handled again", plan.Suggestions.Count(s => s.IsDissatisfied), again);
        Add("逾期答复并书面说明", "late, with an explanation", plan.Suggestions.Count(s => s.Late), shown.Count(s => s.Items("history").Any(step => step.Text("what") == "OverdueExplained")));
        Add("承诺按期兑现", "promises kept", plan.Suggestions.Count(s => s.Delivered is true), plan.Suggestions.Count(s => Part(shown, s).Text("commitments.0.delivery") == "Accepted"));
        Add("承诺到期未兑现、回到案头", "promises lapsed, back on the desk", lapsed, before.Status);
    }

    private static Answer Part(Answer[] shown, YearSuggestion s) => shown[s.Index].Items("standing.handlings").Single(part => part.Text("agency") == s.Agency);

    private string LeadOf(Dictionary<string, Answer> rows, YearSuggestion s) => rows.TryGetValue(ledger.Suggestions[s.Index], out var row) ? row.Text("lead") : "";

    private void Add(string chinese, string english, int done, int found) => _lines.Add(new(chinese, english, done, found));
}
