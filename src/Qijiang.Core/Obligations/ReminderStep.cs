using NodaTime;
using Qijiang.Core.Calendar;

namespace Qijiang.Core.Obligations;

/// <summary>One step of a reminder policy (催办).</summary>
/// <param name="Key">Its name within the policy of its kind; what is recorded of a reminder that was sent.</param>
/// <param name="Offset">How many days or working days from the last day: negative before it, 0 on it, positive after it.</param>
/// <param name="Unit">Days or working days; months only where a rule says so.</param>
/// <param name="Tell">Who is told, the owner of the tier left out.</param>
/// <param name="Every">After it, again every so many of the unit; null where it is sent once. Only after the last day.</param>
/// <param name="Tier">The tier of supervision that the matter reaches by this step; null where it reaches none.</param>
/// <param name="NeedsApproval">Who is told only once the desk has approved it.</param>
/// <param name="Before">The rule that says how long before the last day it comes; null where the policy says so itself.</param>
public sealed record ReminderStep(
    string Key, int Offset, LimitUnit Unit, ValueList<Audience> Tell, int? Every = null, SupervisionTier? Tier = null, ValueList<Audience> NeedsApproval = default,
    string? Before = null)
{
    /// <summary>Everyone who is told, the tier's owner included, each once.</summary>
    public ValueList<Audience> Recipients => Tier is { Owner: var owner } && !Tell.Contains(owner) ? Tell.Add(owner) : Tell;

    /// <summary>The day of this step, and of its repetitions.</summary>
    /// <param name="due">The last day of the obligation.</param>
    /// <param name="calendar">The calendar in force.</param>
    /// <param name="onWorkingDays">Whether reminders go out on working days alone.</param>
    internal IEnumerable<PlannedReminder> Days(LocalDate due, WorkingCalendar calendar, bool onWorkingDays)
    {
        yield return new(Key, Day(Offset), this);
        if (Every is not { } every) yield break;
        // Without end, but for that of the calendar: a working day takes less than four days, holidays included.
        for (var n = 1; WorkingCalendar.Covers(due.PlusDays(4 * (Offset + (n * every)))); n++)
            yield return new($"{Key}:{n + 1}", Day(Offset + (n * every)), this);

        LocalDate Day(int offset)
        {
            var day = Unit switch
            {
                LimitUnit.WorkingDays => calendar.Add(due, offset),
                LimitUnit.Months => due.PlusMonths(offset),
                _ => due.PlusDays(offset),
            };
            if (!onWorkingDays) return day;
            // What comes before or on the last day is not told later, what comes after it not earlier.
            return offset > 0 ? calendar.WorkingDayOnOrAfter(day) : calendar.WorkingDayOnOrBefore(day);
        }
    }
}
