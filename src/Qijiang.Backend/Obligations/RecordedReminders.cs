using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Obligations;

/// <summary>What the ledger holds of one obligation.</summary>
/// <param name="Rows">Every reminder that was recorded, one for each recipient.</param>
/// <param name="Decisions">What was decided on those that waited for approval.</param>
public sealed record RecordedReminders(IReadOnlyList<LedgerRow> Rows, IReadOnlyList<DecisionRow> Decisions)
{
    /// <summary>The keys of the steps recorded.</summary>
    public IReadOnlyCollection<string> Steps => Rows.Select(row => row.Step).ToHashSet(StringComparer.Ordinal);

    /// <summary>Those on which the desk has not decided.</summary>
    public IEnumerable<LedgerRow> Waiting => Rows.Where(row => row.Awaits is not null && DecisionOn(row.Step, row.To) is null);

    /// <summary>What was decided on one; null: nothing yet.</summary>
    public DecisionRow? DecisionOn(string step, Audience to) => Decisions.FirstOrDefault(decision => decision.Step == step && decision.To == to);
}
