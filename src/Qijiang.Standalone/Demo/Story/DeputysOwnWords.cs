using NodaTime;

namespace Qijiang.Standalone.Demo.Story;

/// <summary>Step 2: staff settle the legal kind (CIT-02, CIT-03) and hand the opinions to a deputy, who raises a suggestion in words of their own (SUG-04).</summary>
public static class DeputysOwnWords
{
    /// <summary>The deputy of the electoral district.</summary>
    public static readonly string Deputy = SampleDistrict.Deputy(1);

    private static readonly LocalDate _settled = new(2026, 4, 21);
    private static readonly LocalDate _raised = new(2026, 4, 22);

    /// <summary>What was seen.</summary>
    /// <param name="Unsettled">The code with which handing over before the kind was settled was refused.</param>
    /// <param name="Copied">The code with which a copy of the citizen's words was refused.</param>
    /// <param name="CopiedRule">The rule that it names.</param>
    /// <param name="Suggestion">The suggestion's id.</param>
    /// <param name="Sources">The opinions that it names.</param>
    /// <param name="Standing">The sentence that the first citizen reads now.</param>
    public sealed record Told(string Unsettled, string Copied, string CopiedRule, string Suggestion, IReadOnlyList<string> Sources, string Standing);

    /// <summary>Plays it.</summary>
    /// <param name="world">Where.</param>
    /// <param name="doors">What came in.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<Told> PlayAsync(World world, ThreeDoors.Told doors, CancellationToken cancel)
    {
        world.Narrator.Chapter(2, "定性、转交代表，代表用自己的话提出建议", "the kind settled, a deputy's own words");
        await world.MoveToAsync(_settled, cancel);
        var intake = await world.StaffAsync(SampleDistrict.District, "intake", cancel);
        var unsettled = await intake.TryPostAsync($"opinions/{doors.MiniProgram}/deputy", new { deputy = Deputy }, cancel);
        world.Narrator.Tell($"还没有定性就转交：{unsettled.Status} {unsettled.Code}", "handed over before a person settled the kind: refused");
        foreach (var number in doors.All)
        {
            await intake.PostAsync($"opinions/{number}/kind", new { kind = "Suggestion", district = ThreeDoors.ElectoralDistrict }, cancel);
            await intake.PostAsync($"opinions/{number}/notices", new { notice = "Accepted", text = "您反映的情况已经受理，转交您所在选区的人大代表。" }, cancel);
            await intake.PostAsync($"opinions/{number}/deputy", new { deputy = Deputy }, cancel);
        }

        world.Narrator.Tell("三件都定为意见建议，书面告知，转交选区代表", "all three are suggestions in law; notice given; handed to the deputy");
        await world.MoveToAsync(_raised, cancel);
        var deputy = await world.PersonAsync(SampleDistrict.District, Deputy, cancel);
        var copied = await deputy.TryPostAsync("suggestions", Suggestion($"群众反映：{ThreeDoors.Words}请有关部门解决。", doors.All), cancel);
        world.Narrator.Tell($"代表照抄群众原话：{copied.Status} {copied.Code}（{copied.Text("rule.id")}）", "a copy of the citizen's words is refused");
        var raised = await deputy.PostAsync("suggestions", Suggestion("建议由区城市管理局牵头、区供电公司配合，排查古南街道背街小巷的照明设施，分批更换老旧灯具和线路，公布报修电话和修复时限。", doors.All), cancel);
        var id = raised.Text("id");
        var shown = await deputy.GetAsync($"suggestions/{id}", cancel);
        var sources = shown.Items("sources").Select(source => source.Body!.ToString()).ToList();
        world.Narrator.Tell($"代表用自己的话提出建议 {id}，注明来源 {sources.Count} 件", $"in words of their own, naming {sources.Count} sources");

        var citizen = await world.CitizenAsync(SampleDistrict.District, ThreeDoors.Reporter, cancel);
        var standing = await world.WaitForAsync("the opinion to know of its suggestion", async () =>
            await citizen.GetAsync($"opinions/{doors.MiniProgram}", cancel) is var opinion && opinion.Items("suggestions").Count > 0 ? opinion.Text("standing") : null, cancel);
        world.Narrator.Quote(standing);
        return new(unsettled.Code, copied.Code, copied.Text("rule.id"), id, sources, standing);
    }

    private static object Suggestion(string text, IReadOnlyList<string> sources) =>
        new { title = "关于改善古南街道背街小巷照明的建议", text, made = "BetweenSessions", sources };
}
