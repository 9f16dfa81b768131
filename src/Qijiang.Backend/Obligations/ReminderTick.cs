using System.Text.Json;
using Microsoft.Extensions.Logging;
using NodaTime;
using Qijiang.Backend.Calendar;
using Qijiang.Backend.Congresses;
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
    Lists lists, Duties duties, Ledger ledger, Lapses lapses, Digests digests, Projector projector, CongressDirectory congresses, CalendarInForce calendar, ReminderPolicies policies, IClock clock, ILogger<ReminderTick> log)
{
    /// <summary>Runs a tick. What fails for one matter does not hold up the others; it is looked at again at the next tick.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var now = ChinaDate.TimeOf(clock.GetCurrentInstant());
        await foreach (var congress in congresses.AllAsync(cancel))
        {
            var mayTell = policies.Of(congress).Hours is not { } hours || hours.Include(now, await calendar.OfAsync(congress, cancel));
            // What was recorded by an earlier tick, before this one records more.
            if (mayTell) await digests.SendAsync(congress, now.Date, cancel);
            await foreach (var row in lists.ReadAsync(congress.Id, DueEntries.ToDo, DueEntries.KeyOf(now.PlusMinutes(1)), cancel))
            {
                var due = JsonSerializer.Deserialize(row.Data.Span, ObligationJson.Stored.DueRow)!;
                try
                {
                    await LookAtAsync(congress, StreamId.OfPartition(due.Stream), due.Obligation.Id, now.Date, mayTell, cancel);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    log.LogError(e, "Looking at {Obligation} failed; it is looked at again at the next tick", due.Obligation.Id);
                }
            }
        }
    }

    private async Task LookAtAsync(Congress.Established congress, StreamId stream, ObligationId id, LocalDate today, bool mayTell, CancellationToken cancel)
    {
        // The row only says where to look; what is owed is asked of the stream itself, so that nobody is reminded of what is settled.
        var inForce = await calendar.OfAsync(congress, cancel);
        if (await FindAsync(stream, id, cancel) is { } obligation)
        {
            var due = obligation.Due.On(inForce);
            // What follows by itself comes first: nobody is reminded of a promise that is back on the desk.
            if (due < today && await lapses.FollowAsync(congress, obligation, due, cancel)) obligation = await FindAsync(stream, id, cancel);
            if (obligation is not null && mayTell)
            {
                var policy = policies.Of(congress);
                var done = (await ledger.OfAsync(congress.Id, id, cancel)).StepsDone(obligation, policy, inForce);
                var plan = ReminderPlan.StepsDue(obligation, policy, inForce, today, done);
                if (plan.Send is { } planned) await ledger.RecordAsync(congress.Id, stream, obligation, planned, due, today, cancel);
            }
        }

        // The ledger is no stream: nothing but the lists follows from it. If this is not reached, the next tick finds the row again.
        await projector.StreamChangedAsync(stream, cancel);
    }

    private async Task<OpenObligation?> FindAsync(StreamId stream, ObligationId id, CancellationToken cancel) =>
        (await duties.OfAsync(stream, cancel)).Obligations.FirstOrDefault(o => o.Id == id);
}
