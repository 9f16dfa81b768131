using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using NodaTime;
using Qijiang.Backend.Calendar;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.ReadModels;
using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Obligations;

/// <summary>
/// One tick of the reminder timer: looks at everything whose day has come, in every congress. It may run late, twice at
/// once or after a week's outage: what was recorded is not recorded again, of several missed steps only the latest is
/// sent, and nothing is computed from when it ran last.
/// </summary>
public sealed class ReminderTick(
    Lists lists, Duties duties, Ledger ledger, Lapses lapses, IEnumerable<IOnChange> followers, CongressDirectory congresses, CalendarInForce calendar, ReminderPolicy policy, IClock clock, ILogger<ReminderTick> log)
{
    /// <summary>Runs a tick. What fails for one matter does not hold up the others; it is looked at again at the next tick.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var today = ChinaDate.Of(clock.GetCurrentInstant());
        await foreach (var congress in congresses.AllAsync(cancel))
        {
            await foreach (var row in lists.ReadAsync(congress.Id, DueEntries.ToDo, today.PlusDays(1).ToString("uuuuMMdd", CultureInfo.InvariantCulture), cancel))
            {
                var due = JsonSerializer.Deserialize(row.Data.Span, ObligationJson.Stored.DueRow)!;
                try
                {
                    await LookAtAsync(congress, StreamId.OfPartition(due.Stream), due.Obligation.Id, today, cancel);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    log.LogError(e, "Looking at {Obligation} failed; it is looked at again at the next tick", due.Obligation.Id);
                }
            }
        }
    }

    private async Task LookAtAsync(Congress.Established congress, StreamId stream, ObligationId id, LocalDate today, CancellationToken cancel)
    {
        // The row only says where to look; what is owed is asked of the stream itself, so that nobody is reminded of what is settled.
        if ((await duties.OfAsync(stream, cancel)).FirstOrDefault(o => o.Id == id) is { } obligation)
        {
            var inForce = await calendar.OfAsync(congress, cancel);
            var due = obligation.Due.On(inForce);
            var plan = ReminderPlan.StepsDue(obligation, policy, inForce, today, await ledger.StepsOfAsync(congress.Id, id, cancel));
            if (plan.Send is { } planned && !(obligation.OnlyWhenOverdue && due >= today))
                await ledger.RecordAsync(congress.Id, stream, obligation, planned, due, today, cancel);
            if (due < today) await lapses.FollowAsync(congress, obligation, due, cancel);
        }

        foreach (var follower in followers) await follower.StreamChangedAsync(stream, cancel);
    }
}
