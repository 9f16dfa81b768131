using NodaTime;
using Qijiang.Backend.Calendar;
using Qijiang.Backend.Congresses;
using Qijiang.Core.Congresses;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Obligations;

/// <summary>Asks once more before a reminder goes out: nobody is reminded of what was settled, extended or moved while it was on its way.</summary>
public sealed class StillOwed(Duties duties, CalendarInForce calendar, ReminderPolicies policies, IClock clock)
{
    /// <summary>The reminder with the last day as it is now, and whether it is about a report of wrongdoing; null where it must not go out any more.</summary>
    public async Task<(ReminderNotice Notice, bool IsSealed)?> CheckAsync(Congress.Established congress, ReminderNotice notice, CancellationToken cancel)
    {
        var owed = await duties.OfAsync(Duties.StreamOf(congress.Id, notice.Obligation.About), cancel);
        if (owed.Obligations.FirstOrDefault(open => open.Id == notice.Obligation.Id) is not { } obligation) return null;
        var inForce = await calendar.OfAsync(congress, cancel);
        var today = ChinaDate.Of(clock.GetCurrentInstant());
        return ReminderPlan.MayGoOut(obligation, policies.Of(congress.Id), inForce, today, notice.Step)
            ? (notice with { Obligation = obligation, On = obligation.Due.On(inForce), Today = today }, owed.IsSealed)
            : null;
    }
}
