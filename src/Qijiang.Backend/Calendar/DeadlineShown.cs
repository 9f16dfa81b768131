using System.Globalization;
using NodaTime;
using Qijiang.Core.Calendar;

namespace Qijiang.Backend.Calendar;

/// <summary>A deadline with everything that somebody needs to check it by hand.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Set">The rule set it was read from.</param>
/// <param name="Start">The day that starts it.</param>
/// <param name="Limit">How long.</param>
/// <param name="Nominal">The last day before it was moved off a day off.</param>
/// <param name="On">The last day.</param>
/// <param name="Ends">The moment at which it ends.</param>
/// <param name="Unsuspended">The last day had the period not been suspended; null where it was not.</param>
/// <param name="Provisional">Whether a holiday notice that is not known yet may move it.</param>
/// <param name="Explanation">How it was found, line by line.</param>
public sealed record DeadlineShown(
    string Rule, string Set, LocalDate Start, TimeLimit Limit, LocalDate Nominal, LocalDate On, Instant Ends, LocalDate? Unsuspended, bool Provisional, string Explanation)
{
    /// <summary>A deadline, explained in the reader's language.</summary>
    /// <param name="calendar">The calendar in force.</param>
    /// <param name="period">The period.</param>
    public static DeadlineShown Of(WorkingCalendar calendar, StatutoryPeriod period)
    {
        var due = calendar.DueOf(period);
        return new(
            period.Rule.Id, period.Rule.Set, period.Start, period.Limit, due.Nominal, due.On, due.Ends,
            period.Suspensions is { Count: > 0 } ? due.Unsuspended : null, due.Provisional, due.Explain(CultureInfo.CurrentUICulture));
    }
}
