using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Obligations;

/// <summary>What the ledger holds of one obligation, for each last day that it has had.</summary>
/// <param name="Rows">Every reminder that was recorded, one for each recipient.</param>
/// <param name="Decisions">What was decided on those that waited for approval.</param>
public sealed record RecordedReminders(IReadOnlyList<LedgerRow> Rows, IReadOnlyList<DecisionRow> Decisions)
{
    /// <summary>The keys of the steps recorded.</summary>
    public IReadOnlyCollection<string> Steps => Rows.Select(row => row.Step).ToHashSet(StringComparer.Ordinal);

    /// <summary>Those on which the desk has not decided.</summary>
    public IEnumerable<LedgerRow> Waiting => Rows.Where(row => row.Awaits is not null && DecisionOn(row.Step, row.To) is null);

    /// <summary>What was recorded of one last day. A row that does not say of which tells of the day before the first move, or of the only one.</summary>
    public RecordedReminders For(LocalDate due)
    {
        var first = Rows.Where(row => row.MovedFrom is not null).MinBy(row => row.RecordedOn)?.MovedFrom ?? due;
        return new([.. Rows.Where(row => (row.Due ?? first) == due)], [.. Decisions.Where(decision => (decision.Due ?? first) == due)]);
    }

    /// <summary>
    /// The keys of the steps that are done with for the last day as it is now: those recorded for it and, where the move to it was told,
    /// those for which that notice stands.
    /// </summary>
    public IReadOnlyCollection<string> StepsDone(OpenObligation obligation, ReminderPolicy policy, WorkingCalendar calendar)
    {
        var ofDay = For(obligation.Due.On(calendar));
        if (ofDay.Rows.Where(row => row.MovedFrom is not null).MaxBy(row => row.RecordedOn) is not { RecordedOn: var told }) return ofDay.Steps;
        return [.. ofDay.Steps, .. ReminderPlan.StoodForByMove(obligation, policy, calendar, told, [.. Steps.Except(ofDay.Steps)])];
    }

    /// <summary>Who was told, and whether each time only once the desk had approved. What waits still, or was dropped, was told to nobody.</summary>
    public IEnumerable<(Audience To, bool NeedsApproval)> Told() => Rows
        .Where(row => row.Awaits is null || DecisionOn(row.Step, row.To) is { Approved: true })
        .GroupBy(row => row.To, (to, rows) => (to, rows.All(row => row.Awaits is not null)));

    /// <summary>What was decided on one; null: nothing yet.</summary>
    public DecisionRow? DecisionOn(string step, Audience to) => Decisions.FirstOrDefault(decision => decision.Step == step && decision.To == to);
}
