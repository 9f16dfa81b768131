using NodaTime;

namespace Qijiang.Standalone.Demo.Story;

/// <summary>Step 3: receipt, the assignment meeting (交办会), and the document that assigns the suggestion to two agencies, with due dates that explain themselves.</summary>
public static class AssignedInABatch
{
    /// <summary>The lead agency.</summary>
    public const string Lead = "urban-management";

    /// <summary>The co-handler.</summary>
    public const string CoHandler = "power-supply";

    private static readonly LocalDate _received = new(2026, 4, 23);
    private static readonly LocalDate _meeting = new(2026, 5, 6);
    private static readonly LocalDate _document = new(2026, 5, 8);

    /// <summary>What was seen, dates as the API gives them.</summary>
    /// <param name="AssignBy">The last day for the assignment (SUG-10).</param>
    /// <param name="FirstAssignedOn">The date of the assignment meeting.</param>
    /// <param name="Lead">The lead agency's part.</param>
    /// <param name="CoHandler">The co-handler's part.</param>
    public sealed record Told(string AssignBy, string FirstAssignedOn, PartTold Lead, PartTold CoHandler);

    /// <summary>One agency's part.</summary>
    /// <param name="Document">The document that assigns it.</param>
    /// <param name="AssignedOn">The date of that document, on which its periods start (SUG-14).</param>
    /// <param name="FirstAssignedOn">The date of the first assignment, which stays shown.</param>
    /// <param name="DueOn">When the reply, or the opinion to the lead agency, is due (SUG-20, SUG-16).</param>
    /// <param name="ReturnBy">The last day to return a misassigned suggestion (SUG-13).</param>
    /// <param name="ContactBy">The last day for contact with the deputy (SUG-15); empty for a co-handler.</param>
    /// <param name="Explanation">Why the due date is what it is.</param>
    /// <param name="ReturnExplanation">Why the last day to return is what it is.</param>
    public sealed record PartTold(string Document, string AssignedOn, string FirstAssignedOn, string DueOn, string ReturnBy, string ContactBy, string Explanation, string ReturnExplanation);

    /// <summary>Plays it.</summary>
    /// <param name="world">Where.</param>
    /// <param name="suggestion">Which suggestion.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<Told> PlayAsync(World world, string suggestion, CancellationToken cancel)
    {
        world.Narrator.Chapter(3, "受理、交办会、转办到承办单位", "receipt, assignment in a batch, due dates explained");
        await world.MoveToAsync(_received, cancel);
        var desk = await world.StaffAsync(SampleDistrict.District, "desk", cancel);
        var received = await desk.PostAsync($"suggestions/{suggestion}/receipt", new { number = "2026-1" }, cancel);
        world.Narrator.Tell($"人代工委受理，编为第 1 号，最迟 {received.Text("assignBy.on")} 交办", "the desk receives it as number 1");
        world.Narrator.Quote(received.Text("assignBy.explanation"));

        await world.MoveToAsync(_meeting, cancel);
        var batch = await desk.PostAsync("suggestions/assignments", new
        {
            suggestions = new[] { suggestion },
            to = "government-office",
            decision = new { documentNumber = "綦江人大办〔2026〕15号", signatory = "staff-desk", on = "2026-05-06", meeting = "2026年代表建议交办会" },
        }, cancel);
        if (batch.Text("lines.0.refused") is { Length: > 0 } refused) throw new StoryFailedException($"the assignment was refused: {refused}");
        world.Narrator.Tell("交办会：交区政府办公室（綦江人大办〔2026〕15号）", "the assignment meeting: to the District Government Office");

        await world.MoveToAsync(_document, cancel);
        var office = await world.StaffAsync(SampleDistrict.District, "government-office", cancel);
        await office.PostAsync($"suggestions/{suggestion}/agencies", new
        {
            parts = new[] { new { agency = Lead, role = "Lead" }, new { agency = CoHandler, role = "CoHandler" } },
            decision = new { documentNumber = "綦江府办〔2026〕31号", signatory = "staff-government-office", on = "2026-05-08" },
        }, cancel);
        world.Narrator.Tell("转办：区城市管理局主办、区供电公司协办（綦江府办〔2026〕31号）", "the office assigns a lead agency and a co-handler, under a document number");

        var standing = await desk.GetAsync($"suggestions/{suggestion}", cancel);
        var told = new Told(
            received.Text("assignBy.on"), standing.Text("standing.firstAssignedOn"), PartOf(standing, Lead), PartOf(standing, CoHandler));
        world.Narrator.Tell($"主办单位最迟 {told.Lead.DueOn} 答复", "when the lead agency's reply is due, and why");
        world.Narrator.Quote(told.Lead.Explanation);
        world.Narrator.Tell($"最迟 {told.Lead.ReturnBy} 退回；调休上班的周六算工作日", "a make-up Saturday counts as a working day");
        world.Narrator.Quote(told.Lead.ReturnExplanation);
        world.Narrator.Tell($"协办单位最迟 {told.CoHandler.DueOn} 把意见送主办单位", "the co-handler's opinion to the lead agency");
        return told;
    }

    /// <summary>One agency's part, as the API shows it.</summary>
    /// <param name="suggestion">The suggestion shown.</param>
    /// <param name="agency">Whose part.</param>
    public static PartTold PartOf(Answer suggestion, string agency) => PartOf(suggestion.Items("standing.handlings").Single(part => part.Text("agency") == agency));

    private static PartTold PartOf(Answer part) => new(
        part.Text("documentNumber"), part.Text("assignedOn"), part.Text("firstAssignedOn"), part.Text("due.on"), part.Text("returnBy.on"), part.Text("contactBy.on"),
        part.Text("due.explanation"), part.Text("returnBy.explanation"));
}
