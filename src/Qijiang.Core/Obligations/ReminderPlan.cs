using NodaTime;
using Qijiang.Core.Calendar;

namespace Qijiang.Core.Obligations;

/// <summary>Which reminder to send now for an obligation, and when to look again.</summary>
/// <param name="Send">What to send now; null where nothing is due or it has been sent.</param>
/// <param name="LookAgainOn">The next day on which something is to be sent; null where nothing more comes.</param>
public sealed record ReminderPlan(PlannedReminder? Send, LocalDate? LookAgainOn)
{
    /// <summary>
    /// Plans. Of several that were missed only the latest is sent: three reminders at once help nobody. Steps that would lie
    /// before the obligation began, or on its first day, are left out.
    /// </summary>
    /// <param name="obligation">The open obligation.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="calendar">The calendar in force.</param>
    /// <param name="today">Today.</param>
    /// <param name="recorded">The keys of what was sent for this obligation.</param>
    public static ReminderPlan StepsDue(OpenObligation obligation, ReminderPolicy policy, WorkingCalendar calendar, LocalDate today, IReadOnlyCollection<string> recorded)
    {
        PlannedReminder? latest = null;
        LocalDate? next = null;
        foreach (var days in DaysOf(obligation, policy, calendar))
        {
            foreach (var planned in days)
            {
                if (planned.On > today)
                {
                    next = next is { } n && n < planned.On ? n : planned.On;
                    break;
                }
                if (latest is null || planned.On >= latest.On) latest = planned;
            }
        }
        return new(latest is not null && !recorded.Contains(latest.Key) ? latest : null, next);
    }

    /// <summary>
    /// Whether a reminder that is on its way may still go out: its day has come by the calendar in force now. It has not where the
    /// last day was moved meanwhile, or the policy no longer has the step.
    /// </summary>
    /// <param name="obligation">The obligation, open as it is now.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="calendar">The calendar in force.</param>
    /// <param name="today">Today.</param>
    /// <param name="key">The reminder's key.</param>
    public static bool MayGoOut(OpenObligation obligation, ReminderPolicy policy, WorkingCalendar calendar, LocalDate today, string key) =>
        DaysOf(obligation, policy, calendar).Any(days => days.TakeWhile(planned => planned.On <= today).Any(planned => planned.Key == key));

    private static IEnumerable<IEnumerable<PlannedReminder>> DaysOf(OpenObligation obligation, ReminderPolicy policy, WorkingCalendar calendar)
    {
        var due = obligation.Due.On(calendar);
        return policy.For(obligation.Kind).Select(step =>
            step.Days(due, calendar, onWorkingDays: policy.Hours is not null).SkipWhile(planned => planned.On <= obligation.Due.From));
    }
}
