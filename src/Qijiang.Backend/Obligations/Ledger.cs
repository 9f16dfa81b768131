using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Obligations;

/// <summary>What was sent, by obligation, step and recipient. Recording it and sending it on its way are one commit, so that of two timers one wins and nothing is sent that was not recorded.</summary>
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
        var changes = new List<Change> { AttemptOf(planned.Key) };
        var messages = new List<Message>();
        foreach (var to in planned.Step.Recipients)
        {
            var waits = planned.Step.NeedsApproval.Contains(to);
            var row = new LedgerRow(planned.Key, to, planned.On, today, waits ? stream.Partition : null);
            changes.Add(new Change.Insert($"{Recorded}{planned.Key}|{to}", JsonSerializer.SerializeToUtf8Bytes(row, ObligationJson.Stored.LedgerRow)));
            if (!waits) messages.Add(new ReminderNotice(congress, obligation, planned.Key, to, due, today, planned.Step.Tier?.Key).ToMessage());
        }

        return await rows.CommitAsync(Table, PartitionOf(congress, obligation.Id), changes, messages, cancel) is CommitResult.Committed;
    }

    /// <summary>Records a decision on a reminder that waits and, where it was approved, sends the notice on its way; false where it was decided before.</summary>
    public async Task<bool> DecideAsync(CongressId congress, ObligationId obligation, DecisionRow decision, ReminderNotice notice, CancellationToken cancel)
    {
        var row = new Change.Insert($"{Decided}{decision.Step}|{decision.To}", JsonSerializer.SerializeToUtf8Bytes(decision, ObligationJson.Stored.DecisionRow));
        return await rows.CommitAsync(
            Table, PartitionOf(congress, obligation), [AttemptOf(decision.Step), row], decision.Approved ? [notice.ToMessage()] : [], cancel) is CommitResult.Committed;
    }

    // The attempt comes first, under a key of its own: a commit that was given up is voided there, not where the step is recorded.
    private static Change.Insert AttemptOf(string step) => new(Attempt + RandomNumberGenerator.GetHexString(16, lowercase: true), Encoding.UTF8.GetBytes(step));

    private static string PartitionOf(CongressId congress, ObligationId obligation) => $"{congress}|{obligation}";
}
