using NodaTime;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Obligations;

/// <summary>Tells of a last day that has moved whoever had been reminded of the old one, once for each move, and nobody else.</summary>
public sealed class MovedDays(Ledger ledger, IClock clock)
{
    /// <summary>Records the notices and sends them on their way. Again changes nothing; whoever was told of the old day meanwhile is told then.</summary>
    /// <param name="congress">The congress.</param>
    /// <param name="stream">The stream of the matter.</param>
    /// <param name="obligation">What is owed.</param>
    /// <param name="from">The last day before.</param>
    /// <param name="to">The last day since.</param>
    /// <param name="command">The command that moved it.</param>
    /// <param name="cancel">Stops; it comes again with the message.</param>
    public async Task TellAsync(CongressId congress, StreamId stream, OpenObligation obligation, LocalDate from, LocalDate to, string command, CancellationToken cancel)
    {
        var step = $"{ReminderPlan.Moved}:{command}";
        var today = ChinaDate.Of(clock.GetCurrentInstant());
        var recorded = await ledger.OfAsync(congress, obligation.Id, cancel);
        var known = recorded.Rows.Where(row => row.Step == step).Select(row => row.To).ToHashSet();
        List<LedgerRow> notices = [.. recorded.For(from).Told().Where(told => !known.Contains(told.To))
            .Select(told => new LedgerRow(step, told.To, today, today, told.NeedsApproval ? stream.Partition : null, to, from))];
        if (notices is not []) await ledger.RecordAsync(congress, obligation, notices, tier: null, cancel);
    }
}
