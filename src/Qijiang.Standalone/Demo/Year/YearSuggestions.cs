using System.Globalization;
using NodaTime.Text;
using Qijiang.Standalone.Demo.Story;

namespace Qijiang.Standalone.Demo.Year;

/// <summary>The steps of a suggestion, each as those who take it.</summary>
internal sealed class YearSuggestions(World world, YearPlan plan, YearLedger ledger)
{
    private const int Batch = 100;

    private static readonly Dictionary<string, string> _classes = new(StringComparer.Ordinal)
    {
        ["A"] = "已解决或采纳",
        ["B"] = "列入计划逐步解决",
        ["C"] = "留作参考",
        ["D"] = "涉及上级国家机关职权",
    };

    private string Today => LocalDatePattern.Iso.Format(world.Today);

    public async Task SubmitAsync(YearSuggestion s, CancellationToken cancel)
    {
        var answer = await (await DeputyAsync(s, cancel)).PostAsync("suggestions", new
        {
            title = string.Create(CultureInfo.InvariantCulture, $"关于改善民生的建议（{s.Index + 1}）"),
            text = "建议由主办单位会同有关方面实地调查，提出方案，分步实施，并向群众公布进度。",
            made = s.Course.Made,
            sources = plan.Sources.TryGetValue(s.Index, out var source) ? new[] { ledger.Numbers[source] } : [],
        }, cancel);
        ledger.Suggestions[s.Index] = answer.Text("id");
    }

    public async Task ReceiveAsync(YearSuggestion s, CancellationToken cancel) =>
        await (await DeskAsync(cancel)).PostAsync($"{At(s)}/receipt", new { number = string.Create(CultureInfo.InvariantCulture, $"2026-{s.Index + 1}") }, cancel);

    /// <summary>The assignment meeting takes them a hundred at a time.</summary>
    public static IReadOnlyList<YearSuggestion[]> Batches(IEnumerable<YearSuggestion> all) => [.. all.Chunk(Batch)];

    public async Task AssignAsync(YearSuggestion[] batch, CancellationToken cancel)
    {
        var answer = await (await DeskAsync(cancel)).PostAsync("suggestions/assignments", new
        {
            suggestions = batch.Select(s => ledger.Suggestions[s.Index]),
            to = "government-office",
            decision = new { documentNumber = $"綦江人大办〔2026〕{batch[0].Index + 1}号", signatory = "staff-desk", on = Today, meeting = "代表建议交办会" },
        }, cancel);
        if (answer.Items("lines").FirstOrDefault(line => line.Text("refused").Length > 0) is { } refused)
            throw new StoryFailedException($"an assignment was refused: {refused.Text("refused")}");
    }

    public async Task AssignToAgenciesAsync(YearSuggestion s, CancellationToken cancel)
    {
        var lead = new { agency = s.Agency, role = "Lead" };
        var office = await world.StaffAsync(SampleDistrict.District, "government-office", cancel);
        await office.PostAsync($"{At(s)}/agencies", new
        {
            parts = s.CoHandler is { } other ? new[] { lead, new { agency = other, role = "CoHandler" } } : [lead],
            decision = new { documentNumber = $"綦江府办〔2026〕{s.Index + 1}号", signatory = "staff-government-office", on = Today },
        }, cancel);
    }

    public async Task ContactAsync(YearSuggestion s, CancellationToken cancel)
    {
        await (await PersonAsync(s.Agency, cancel)).PostAsync($"{Lead(s)}/contacts", new { phase = "During", manner = "Visit", note = "上门听取代表意见。" }, cancel);
        if (s.CoHandler is { } other)
            await (await PersonAsync(other, cancel)).PostAsync($"{At(s)}/handlings/{other}/co-handler-opinion", new { text = "可以配合实施。", signedBy = other + "-head" }, cancel);
    }

    public async Task ReplyAsync(YearSuggestion s, CancellationToken cancel)
    {
        var principal = s.Agency + "-head";
        var caller = await PersonAsync(principal, cancel);
        if (s.Late && world.Today == s.Course.RepliedLate) await caller.PostAsync($"{Lead(s)}/overdue-explanation", new { text = "现场条件复杂，答复迟延，特此说明。" }, cancel);
        await caller.PostAsync($"{Lead(s)}/reply", new
        {
            text = "经研究，现将办理情况答复如下。",
            signedBy = principal,
            @class = new { scheme = "chongqing-abcd", code = s.ReplyClass, text = _classes[s.ReplyClass] },
            promises = s.Delivered is null ? [] : new[] { new { item = "按计划完成", by = LocalDatePattern.Iso.Format(s.Course.Promised) } },
        }, cancel);
    }

    public async Task EvaluateAsync(YearSuggestion s, string grade, CancellationToken cancel) =>
        await (await DeputyAsync(s, cancel)).PostAsync($"{Lead(s)}/evaluation", new { grade, opinion = grade == "Dissatisfied" ? "没有实质进展，请重新办理。" : null }, cancel);

    public async Task DemandAsync(YearSuggestion s, CancellationToken cancel) => await (await DeskAsync(cancel)).PostAsync($"{Lead(s)}/re-handling", new
    {
        demand = true,
        grounds = "代表不满意的理由成立。",
        decision = new { documentNumber = $"綦江人代工委〔2026〕{s.Index + 1}号", signatory = "staff-desk", on = Today },
    }, cancel);

    public async Task AcknowledgeAsync(YearSuggestion s, CancellationToken cancel) => await (await PersonAsync(s.Agency, cancel)).PostAsync($"{Lead(s)}/re-handling/receipt", new { }, cancel);

    public async Task DeliverAsync(YearSuggestion s, CancellationToken cancel) =>
        await (await PersonAsync(s.Agency, cancel)).PostAsync($"{Lead(s)}/commitments/{await PromiseAsync(s, cancel)}/delivery", new { text = "承诺事项已经完成。" }, cancel);

    public async Task EvaluateDeliveryAsync(YearSuggestion s, CancellationToken cancel) =>
        await (await DeputyAsync(s, cancel)).PostAsync($"{Lead(s)}/commitments/{await PromiseAsync(s, cancel)}/evaluation", new { grade = "Satisfied" }, cancel);

    private async Task<string> PromiseAsync(YearSuggestion s, CancellationToken cancel) =>
        (await (await DeskAsync(cancel)).GetAsync(At(s), cancel)).Items("standing.handlings").Single(part => part.Text("agency") == s.Agency).Text("commitments.0.id");

    private string At(YearSuggestion s) => $"suggestions/{ledger.Suggestions[s.Index]}";

    private string Lead(YearSuggestion s) => $"{At(s)}/handlings/{s.Agency}";

    private Task<Caller> DeskAsync(CancellationToken cancel) => world.StaffAsync(SampleDistrict.District, "desk", cancel);

    private Task<Caller> DeputyAsync(YearSuggestion s, CancellationToken cancel) => PersonAsync(SampleDistrict.Deputy(s.Lead), cancel);

    private Task<Caller> PersonAsync(string person, CancellationToken cancel) => world.PersonAsync(SampleDistrict.District, person, cancel);
}
