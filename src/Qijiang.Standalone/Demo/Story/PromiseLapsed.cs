using NodaTime;

namespace Qijiang.Standalone.Demo.Story;

/// <summary>
/// Step 4: nobody replies, the timer finds it, a reminder goes out; a reply with a promise, its evaluation; the promised
/// day passes and the matter is back on the desk by itself.
/// </summary>
public static class PromiseLapsed
{
    private const string Principal = AssignedInABatch.Lead + "-head";
    private static readonly LocalDate _visit = new(2026, 5, 20);
    private static readonly LocalDate _opinion = new(2026, 6, 15);
    private static readonly LocalDate _overdue = new(2026, 8, 11);
    private static readonly LocalDate _reply = new(2026, 8, 12);
    private static readonly LocalDate _evaluated = new(2026, 8, 17);
    private static readonly LocalDate _lapsed = new(2026, 11, 2);

    /// <summary>What was seen.</summary>
    /// <param name="Reminders">The reminders that the reply's being overdue sent out, by whom they went to.</param>
    /// <param name="ReminderText">The words of the one to the agency.</param>
    /// <param name="Promised">The sentence that the citizen reads after the reply.</param>
    /// <param name="PromisedFor">The promised day.</param>
    /// <param name="Stage">Where the lead agency's part stands after the evaluation.</param>
    /// <param name="Delivery">Where the promise stands in the end.</param>
    /// <param name="OnTheDesk">What the desk's list holds in the end.</param>
    /// <param name="Standing">The sentence that the citizen reads in the end.</param>
    /// <param name="StandingInEnglish">The same in English.</param>
    public sealed record Told(
        IReadOnlyList<string> Reminders, string ReminderText, string Promised, string PromisedFor, string Stage, string Delivery, IReadOnlyList<string> OnTheDesk, string Standing, string StandingInEnglish);

    /// <summary>Plays it.</summary>
    /// <param name="world">Where.</param>
    /// <param name="opinion">The first citizen's opinion.</param>
    /// <param name="suggestion">Which suggestion.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<Told> PlayAsync(World world, string opinion, string suggestion, CancellationToken cancel)
    {
        world.Narrator.Chapter(4, "逾期、催办、承诺、到期未兑现", "overdue, reminded, promised, lapsed");
        var handling = $"suggestions/{suggestion}/handlings/{AssignedInABatch.Lead}";
        var citizen = await world.CitizenAsync(SampleDistrict.District, ThreeDoors.Reporter, cancel);
        await HandleAsync(world, suggestion, handling, cancel);
        var (reminders, text) = await RemindAsync(world, cancel);

        var principal = await world.PersonAsync(SampleDistrict.District, Principal, cancel);
        await principal.PostAsync($"{handling}/overdue-explanation", new { text = "线路产权移交未完成，答复迟延，特此说明。" }, cancel);
        await world.MoveToAsync(_reply, cancel);
        await principal.PostAsync($"{handling}/reply", new
        {
            text = "已排查照明设施，缺灯路段列入今年改造计划。",
            signedBy = Principal,
            @class = new { scheme = "chongqing-abcd", code = "B", text = "列入计划逐步解决" },
            promises = new[] { new { item = "菜市场片区路灯全部恢复照明", by = "2026-10-31" } },
        }, cancel);
        world.Narrator.Tell("区城市管理局书面说明迟延原因，答复（B 类：列入计划逐步解决），承诺 10 月 31 日前恢复照明", "the reply, class B, with a promise by 31 October");

        await world.MoveToAsync(_evaluated, cancel);
        var deputy = await world.PersonAsync(SampleDistrict.District, DeputysOwnWords.Deputy, cancel);
        await deputy.PostAsync($"{handling}/evaluation", new { grade = "BasicallySatisfied", opinion = "态度认可，请按期兑现。" }, cancel);
        var promised = (await citizen.GetAsync($"opinions/{opinion}", cancel)).Text("standing");
        world.Narrator.Tell("代表评价：基本满意", "the deputy evaluates: basically satisfied");
        world.Narrator.Quote(promised);
        var stage = LeadOf(await deputy.GetAsync($"suggestions/{suggestion}", cancel));

        await world.MoveToAsync(_lapsed, cancel);
        var desk = await world.StaffAsync(SampleDistrict.District, "desk", cancel);
        var onTheDesk = await world.WaitForAsync("the matter on the desk", async () =>
            await desk.ListAsync("suggestions?list=desk", "suggestions", cancel).Select(row => row.Text("id")).ToListAsync(cancel) is [_, ..] ids ? ids : null, cancel, ticking: true);
        world.Narrator.Tell("承诺日期已过，没有人动手，这件建议自己回到了人代工委案头", "the promised day is past, and the matter is back on the desk by itself");
        var lead = LeadOf(await desk.GetAsync($"suggestions/{suggestion}", cancel));
        var standing = (await citizen.GetAsync($"opinions/{opinion}", cancel)).Text("standing");
        var english = (await citizen.GetAsync($"opinions/{opinion}", cancel, "en")).Text("standing");
        world.Narrator.Quote($"{standing}\n{english}");
        return new(reminders, text, promised, lead.Text("commitments.0.promisedFor"), stage.Text("stage"), lead.Text("commitments.0.delivery"), onTheDesk, standing, english);
    }

    private static async Task HandleAsync(World world, string suggestion, string handling, CancellationToken cancel)
    {
        await world.MoveToAsync(_visit, cancel);
        var clerk = await world.PersonAsync(SampleDistrict.District, AssignedInABatch.Lead, cancel);
        await clerk.PostAsync($"{handling}/contacts", new { phase = "During", manner = "Visit", note = "与代表一起夜间走访菜市场片区。" }, cancel);
        world.Narrator.Tell("区城市管理局登门听取代表意见", "the lead agency visits the deputy");
        await world.MoveToAsync(_opinion, cancel);
        var other = await world.PersonAsync(SampleDistrict.District, AssignedInABatch.CoHandler, cancel);
        await other.PostAsync($"suggestions/{suggestion}/handlings/{AssignedInABatch.CoHandler}/co-handler-opinion", new
        {
            text = "供电线路可以支持新增灯具，费用由市政承担。",
            signedBy = AssignedInABatch.CoHandler + "-head",
        }, cancel);
        world.Narrator.Tell("区供电公司把协办意见送主办单位", "the co-handler's opinion reaches the lead agency");
    }

    private static async Task<(IReadOnlyList<string> To, string Text)> RemindAsync(World world, CancellationToken cancel)
    {
        await world.MoveToAsync(_overdue, cancel);
        var desk = await world.StaffAsync(SampleDistrict.District, "desk", cancel);
        var sent = await world.WaitForAsync("the reminders", async () =>
        {
            var reminders = new List<Answer>();
            await foreach (var row in desk.ListAsync("obligations/reminders", "reminders", cancel))
                if (row.Text("on") == "2026-08-11" && row.Text("kind") == "Reply") reminders.Add(row);
            return reminders.Count == 5 ? reminders : null;
        }, cancel, ticking: true);
        world.Narrator.Tell($"主办单位没有答复；定时器查到逾期，催办经队列发出 {sent.Count} 份", $"no reply: the timer finds it, {sent.Count} reminders go through the queue and out");
        var text = sent.Single(reminder => reminder.Text("to") == "Owing").Text("text");
        world.Narrator.Quote(text);
        return ([.. sent.Select(reminder => reminder.Text("to")).Order(StringComparer.Ordinal)], text);
    }

    private static Answer LeadOf(Answer suggestion) => suggestion.Items("standing.handlings").Single(part => part.Text("agency") == AssignedInABatch.Lead);
}
