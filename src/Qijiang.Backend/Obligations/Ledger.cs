using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Obligations;

/// <summary>What was sent, by obligation, step, recipient and the last day of which it told. Recording it and sending it on its way are one commit, so that of two timers one wins and nothing is sent that was not recorded.</summary>
public sealed class Ledger(IRowStore rows)
{
    internal const string Table = "ledger";
    private const string Attempt = "attempt|";
    private const string Decided = "decision|";
    private const string Recorded = "step|";

    /// <summary>What is recorded of an obligation.</summary>
    public async Task<RecordedReminders> OfAsync(CongressId congress, ObligationId obligation, CancellationToken cancel)
    {
        var (reminders, decisions) = (new List<LedgerRow>(), new List<DecisionRow>());
        await foreach (var row in rows.ScanAsync(Table, PartitionOf(congress, obligation), Decided, Recorded + "~", null, cancel))
        {
            if (row.Key.StartsWith(Recorded, StringComparison.Ordinal)) reminders.Add(JsonSerializer.Deserialize(row.Data.Span, ObligationJson.Stored.LedgerRow)!);
            else decisions.Add(JsonSerializer.Deserialize(row.Data.Span, ObligationJson.Stored.DecisionRow)!);
        }

        return new(reminders, decisions);
    }

    /// <summary>Records a step for each recipient and sends the notices on their way, but for those that wait for approval; false where somebody else has done so.</summary>
    public async Task<bool> RecordAsync(CongressId congress, StreamId stream, OpenObligation obligation, PlannedReminder planned, LocalDate due, LocalDate today, CancellationToken cancel)
    {
        var reminders = planned.Step.Recipients.Select(to => new LedgerRow(
            planned.Key, to, planned.On, today, planned.Step.NeedsApproval.Contains(to) ? stream.Partition : null, due));
        return await RecordAsync(congress, obligation, [.. reminders], planned.Step.Tier?.Key, cancel);
    }

    /// <summary>Records reminders, one for each row, and sends the notices on their way, but for those that wait for approval; false where somebody else has recorded one of them.</summary>
    public async Task<bool> RecordAsync(CongressId congress, OpenObligation obligation, IReadOnlyList<LedgerRow> reminders, string? tier, CancellationToken cancel)
    {
        var changes = reminders.Select(row => new Change.Insert(
            $"{Recorded}{row.Step}|{row.To}{Of(row.Due)}", JsonSerializer.SerializeToUtf8Bytes(row, ObligationJson.Stored.LedgerRow)));
        var messages = reminders.Where(row => row.Awaits is null).Select(row => ReminderNotice.Of(congress, obligation, row, row.RecordedOn, tier).ToMessage());
        return await rows.CommitAsync(
            Table, PartitionOf(congress, obligation.Id), [AttemptOf(reminders[0].Step), .. changes], [.. messages], cancel) is CommitResult.Committed;
    }

    /// <summary>Records a decision on a reminder that waits and, where it was approved, sends the notice on its way; false where it was decided before.</summary>
    public async Task<bool> DecideAsync(CongressId congress, ObligationId obligation, DecisionRow decision, ReminderNotice notice, CancellationToken cancel)
    {
        var row = new Change.Insert($"{Decided}{decision.Step}|{decision.To}{Of(decision.Due)}", JsonSerializer.SerializeToUtf8Bytes(decision, ObligationJson.Stored.DecisionRow));
        return await rows.CommitAsync(
            Table, PartitionOf(congress, obligation), [AttemptOf(decision.Step), row], decision.Approved ? [notice.ToMessage()] : [], cancel) is CommitResult.Committed;
    }

    private static string Of(LocalDate? due) => due is { } day ? $"|{day:uuuuMMdd}" : "";

    // The attempt comes first, under a key of its own: a commit that was given up is voided there, not where the step is recorded.
    private static Change.Insert AttemptOf(string step) => new(Attempt + RandomNumberGenerator.GetHexString(16, lowercase: true), Encoding.UTF8.GetBytes(step));

    private static string PartitionOf(CongressId congress, ObligationId obligation) => $"{congress}|{obligation}";
}
