using System.Globalization;
using NodaTime;

namespace Qijiang.Core.Calendar;

/// <summary>A due date that explains itself (期限届满日). Asked of a calendar, never stored. Two are equal if their dates and facts are.</summary>
public sealed record Deadline
{
    private readonly WorkingCalendar _calendar;

    internal Deadline(WorkingCalendar calendar, StatutoryPeriod period, LocalDate nominal, LocalDate on, bool provisional, bool backward) =>
        (_calendar, Period, Nominal, On, Provisional, Backward) = (calendar, period, nominal, on, provisional, backward);

    /// <summary>The facts it was computed from.</summary>
    public StatutoryPeriod Period { get; }

    /// <summary>The last day before it was moved off a day off.</summary>
    public LocalDate Nominal { get; }

    /// <summary>The last day, until 24:00 (CAL-04). For a backward period, the latest day.</summary>
    public LocalDate On { get; }

    /// <summary>Whether a holiday notice that is not known yet may move it (CAL-09).</summary>
    public bool Provisional { get; }

    /// <summary>Whether it was counted back from the start (CAL-07).</summary>
    public bool Backward { get; }

    /// <summary>How it was found, line by line, so that a clerk can check it by hand: start, rule, days counted and skipped with holiday and notice, result.</summary>
    /// <param name="culture">The reader's culture; any but English reads Chinese.</param>
    public string Explain(CultureInfo culture) => string.Join('\n', new DeadlineExplanation(this, _calendar, culture).Lines());

    /// <summary>Whether both have the same facts and dates, by whichever calendar.</summary>
    /// <param name="other">The other one.</param>
    public bool Equals(Deadline? other) => other is not null
        && (Period, Nominal, On, Provisional, Backward) == (other.Period, other.Nominal, other.On, other.Provisional, other.Backward);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Period, Nominal, On, Provisional, Backward);
}
