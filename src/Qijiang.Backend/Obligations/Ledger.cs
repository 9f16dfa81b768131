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
    private const string Table = "ledger";
    private const string Attempt = "attempt|";
    private const string Recorded = "step|";

    /// <summary>The keys of the steps recorded for an obligation.</summary>
    public async Task<IReadOnlyCollection<string>> StepsOfAsync(CongressId congress, ObligationId obligation, CancellationToken cancel)
    {
        var steps = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in rows.ScanAsync(Table, PartitionOf(congress, obligation), Recorded, Recorded + "~", null, cancel))
            steps.Add(JsonSerializer.Deserialize(row.Data.Span, ObligationJson.Stored.LedgerRow)!.Step);
        return steps;
    }

    /// <summary>Records a step for each recipient and sends the notices on their way; false where somebody else has done so.</summary>
    public async Task<bool> RecordAsync(CongressId congress, StreamId stream, OpenObligation obligation, PlannedReminder planned, LocalDate due, LocalDate today, CancellationToken cancel)
    {
        // The attempt comes first, under a key of its own: a commit that was given up is voided there, not where the step is recorded.
        var changes = new List<Change> { new Change.Insert(Attempt + RandomNumberGenerator.GetHexString(16, lowercase: true), Encoding.UTF8.GetBytes(planned.Key)) };
        var messages = new List<Message> { StreamChanged.MessageFor(stream, 0) };
        foreach (var to in planned.Step.Tell)
        {
            var row = new LedgerRow(planned.Key, to, planned.On, today);
            changes.Add(new Change.Insert($"{Recorded}{planned.Key}|{to}", JsonSerializer.SerializeToUtf8Bytes(row, ObligationJson.Stored.LedgerRow)));
            var notice = new ReminderNotice(congress, obligation, planned.Key, to, due, today);
            messages.Add(new Message(ReminderNotice.Queue, notice.Id, JsonSerializer.SerializeToUtf8Bytes(notice, ObligationJson.Stored.ReminderNotice)));
        }

        return await rows.CommitAsync(Table, PartitionOf(congress, obligation.Id), changes, messages, cancel) is CommitResult.Committed;
    }

    private static string PartitionOf(CongressId congress, ObligationId obligation) => $"{congress}|{obligation}";
}
