using NodaTime;
using Qijiang.Core.Calendar;

namespace Qijiang.Core.Law;

/// <summary>Makes periods of rules.</summary>
public static class RulePeriods
{
    /// <summary>
    /// The period that this rule gives, starting on a day; the day itself is not counted (CAL-01). Three months from 8 May 2026 end on
    /// 8 August, a Saturday; <see cref="WorkingCalendar.DueOf"/> then says Monday, 10 August.
    /// </summary>
    /// <param name="rule">The rule.</param>
    /// <param name="day">The day that starts it.</param>
    public static StatutoryPeriod StartingOn(this Rule<TimeLimit> rule, LocalDate day) => new(day, rule.Value, rule.Ref);
}
