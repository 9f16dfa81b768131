using NodaTime;
using Qijiang.Core.Calendar;

namespace Qijiang.Core.Obligations;

/// <summary>Which reminder to send now for an obligation, and when to look again.</summary>
/// <param name="Send">What to send now; null where nothing is due or it has been sent.</param>
/// <param name="LookAgainOn">The next day on which something is to be sent; null where nothing more comes.</param>
public sealed record ReminderPlan(PlannedReminder? Send, LocalDate? LookAgainOn)
{
    /// <summary>The key of the notice that a last day has moved. No policy has such a step: it goes to whoever was reminded of the old day.</summary>
    public const string Moved = "moved";

    /// <summary>
    /// Plans. Of several that were missed, or fall on one day, only the latest is sent: three reminders at once help nobody. It goes
    /// to all whom the missed ones would have told, so that no tier is passed over. Steps that would lie before the obligation began,
    /// or on its first day, are left out.
    /// </summary>
    /// <param name="obligation">The open obligation.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="calendar">The calendar in force.</param>
    /// <param name="today">Today.</param>
    /// <param name="recorded">The keys of what was sent for this obligation.</param>
    public static ReminderPlan StepsDue(OpenObligation obligation, ReminderPolicy policy, WorkingCalendar calendar, LocalDate today, IReadOnlyCollection<string> recorded)
    {
        if (IsOver(obligation, calendar, today)) return new(null, null);
        var come = new List<PlannedReminder>();
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
                come.Add(planned);
            }
        }
        return new(CatchingUp([.. come.OrderBy(planned => planned.On)], recorded), next);
    }

    // The sort is stable: of two on one day the policy's later step is the latest.
    private static PlannedReminder? CatchingUp(List<PlannedReminder> come, IReadOnlyCollection<string> recorded)
    {
        if (come is [] || recorded.Contains(come[^1].Key)) return null;
        var since = come.FindLast(planned => recorded.Contains(planned.Key))?.On ?? LocalDate.MinIsoValue;
        var (latest, missed) = (come[^1], come.Where(planned => planned.On > since).Select(planned => planned.Step).ToList());
        return latest with
        {
            Step = latest.Step with
            {
                Tell = latest.Step.Recipients.Union(missed.SelectMany(step => step.Recipients)).ToValueList(),
                NeedsApproval = latest.Step.NeedsApproval.Union(missed.SelectMany(step => step.NeedsApproval)).ToValueList(),
                Tier = latest.Step.Tier ?? missed.LastOrDefault(step => step.Tier is not null)?.Tier,
            },
        };
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
        !IsOver(obligation, calendar, today) && DaysOf(obligation, policy, calendar).Any(days => days.TakeWhile(planned => planned.On <= today).Any(planned => planned.Key == key));

    /// <summary>
    /// The keys of the steps for which the notice that a last day has moved stands: of those whose day, by the new last day, had come when it
    /// was told, all up to the latest that was told of another day. Nobody is told the same twice, and what nobody was told is not passed over.
    /// </summary>
    /// <param name="obligation">The open obligation.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="calendar">The calendar in force, by which the day has moved.</param>
    /// <param name="told">When the move was told.</param>
    /// <param name="before">The keys of what was told of other days.</param>
    public static IReadOnlyCollection<string> StoodForByMove(OpenObligation obligation, ReminderPolicy policy, WorkingCalendar calendar, LocalDate told, IReadOnlyCollection<string> before)
    {
        var days = DaysOf(obligation, policy, calendar).ToList();
        var come = days.SelectMany(step => step.TakeWhile(planned => planned.On <= told)).OrderBy(planned => planned.On).Select(planned => planned.Key).ToList();
        var isAhead = days.Any(step => step.SkipWhile(planned => planned.On <= told).Take(before.Count).Any(planned => before.Contains(planned.Key)));
        return isAhead ? come : come[..(come.FindLastIndex(before.Contains) + 1)];
    }

    private static bool IsOver(OpenObligation obligation, WorkingCalendar calendar, LocalDate today) => obligation.EndsWithItsDay && obligation.Due.On(calendar) < today;

    private static IEnumerable<IEnumerable<PlannedReminder>> DaysOf(OpenObligation obligation, ReminderPolicy policy, WorkingCalendar calendar)
    {
        var due = obligation.Due.On(calendar);
        return policy.For(obligation.Kind).Select(step =>
            step.Days(due, calendar, onWorkingDays: policy.Hours is not null).SkipWhile(planned => planned.On <= obligation.Due.From));
    }
}
