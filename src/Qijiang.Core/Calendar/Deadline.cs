using System.Globalization;
using NodaTime;

namespace Qijiang.Core.Calendar;

/// <summary>A due date that explains itself (期限届满日). Asked of a calendar, never stored. Two are equal if their dates and facts are.</summary>
public sealed record Deadline
{
    private readonly WorkingCalendar _calendar;
    private readonly CountingRules _counting;

    internal Deadline(WorkingCalendar calendar, CountingRules counting, StatutoryPeriod period, LocalDate nominal, LocalDate on, LocalDate unsuspended, bool provisional, bool backward) =>
        (_calendar, _counting, Period, Nominal, On, Unsuspended, Provisional, Backward) = (calendar, counting, period, nominal, on, unsuspended, provisional, backward);

    /// <summary>The facts it was computed from.</summary>
    public StatutoryPeriod Period { get; }

    /// <summary>The last day before it was moved off a day off.</summary>
    public LocalDate Nominal { get; }

    /// <summary>The last day. For a backward period, the latest day.</summary>
    public LocalDate On { get; }

    /// <summary>The last day as it would be had the period never been suspended (CAL-13); <see cref="On"/> where it never was.</summary>
    public LocalDate Unsuspended { get; }

    /// <summary>The moment at which the last day ends: 24:00 in Asia/Shanghai (CAL-04).</summary>
    public Instant Ends => On.PlusDays(1).AtMidnight().InZoneStrictly(WorkingCalendar.Zone).ToInstant();

    /// <summary>Whether a holiday notice that is not known yet may move it (CAL-09).</summary>
    public bool Provisional { get; }

    /// <summary>Whether it was counted back from the start (CAL-07).</summary>
    public bool Backward { get; }

    /// <summary>Whether something that happens then is late (逾期). What happens at the very moment at which the last day ends is.</summary>
    /// <param name="at">When it happens.</param>
    public bool IsLate(Instant at) => at >= Ends;

    /// <summary>How it was found, line by line, so that a clerk can check it by hand: start, rule, days counted and skipped with holiday and notice, result.</summary>
    /// <param name="culture">The reader's culture; any but English reads Chinese.</param>
    public string Explain(CultureInfo culture) => string.Join('\n', new DeadlineExplanation(this, _calendar, _counting, culture).Lines());

    /// <summary>Whether both have the same facts and dates, by whichever calendar.</summary>
    /// <param name="other">The other one.</param>
    public bool Equals(Deadline? other) => other is not null
        && (Period, Nominal, On, Unsuspended, Provisional, Backward) == (other.Period, other.Nominal, other.On, other.Unsuspended, other.Provisional, other.Backward);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Period, Nominal, On, Unsuspended, Provisional, Backward);
}
