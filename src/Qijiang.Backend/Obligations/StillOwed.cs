using NodaTime;
using Qijiang.Backend.Calendar;
using Qijiang.Backend.Congresses;
using Qijiang.Core.Congresses;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Obligations;

/// <summary>Asks once more before a reminder goes out: nobody is reminded of what was settled, extended or moved while it was on its way.</summary>
public sealed class StillOwed(Duties duties, CalendarInForce calendar, ReminderPolicies policies, IClock clock)
{
    /// <summary>The reminder as of today, and whether it is about a report of wrongdoing; null where it must not go out any more.</summary>
    public async Task<(ReminderNotice Notice, bool IsSealed)?> CheckAsync(Congress.Established congress, ReminderNotice notice, CancellationToken cancel)
    {
        var owed = await duties.OfAsync(Duties.StreamOf(congress.Id, notice.Obligation.About), cancel);
        if (owed.Obligations.FirstOrDefault(open => open.Id == notice.Obligation.Id) is not { } obligation) return null;
        var inForce = await calendar.OfAsync(congress, cancel);
        if (obligation.Due.On(inForce) != notice.On)
        {
            // Either the day has moved, and a reminder of the new one goes its own way; or this instance has not heard of the move yet.
            calendar.Forget();
            inForce = await calendar.OfAsync(congress, cancel);
            if (obligation.Due.On(inForce) != notice.On) return null;
        }

        var today = ChinaDate.Of(clock.GetCurrentInstant());
        return notice.MovedFrom is not null || ReminderPlan.MayGoOut(obligation, policies.Of(congress), inForce, today, notice.Step)
            ? (notice with { Obligation = obligation, Today = today }, owed.IsSealed)
            : null;
    }
}
