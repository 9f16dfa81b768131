using System.Collections.Immutable;
using NodaTime;

namespace Qijiang.Core.Calendar;

/// <summary>
/// The working days of 2006 to 2099, made of holiday notices and, for years without one, of the decree's days off, which is then
/// provisional. Immutable. Every question takes the same short time over any distance, and none but <see cref="Day"/> and the
/// deadlines allocates. A date outside is refused with <see cref="ArgumentOutOfRangeException"/>; <see cref="Covers"/> asks first.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly DayTable _days;
    private readonly CountingRules _counting;

    private WorkingCalendar(ImmutableArray<HolidayNotice> notices, DayTable days, CountingRules counting) =>
        (Notices, _days, _counting) = (notices, days, counting);

    /// <summary>The calendar of all notices that come with this library, counted as the national preset says.</summary>
    public static WorkingCalendar Official { get; } = Of(HolidayNotices.Embedded);

    /// <summary>The notices it is made of.</summary>
    public ImmutableArray<HolidayNotice> Notices { get; }

    /// <summary>A calendar of these notices.</summary>
    /// <param name="notices">The notices, in any order; what became known later replaces what was known before.</param>
    /// <param name="counting">How periods are counted; as the national preset says, where nothing is given.</param>
    /// <exception cref="HolidayNoticeException">
    /// They don't fit together: two notices for a year, an amendment of what is not there, a year with too few or too many working days.
    /// </exception>
    public static WorkingCalendar Of(ImmutableArray<HolidayNotice> notices, CountingRules? counting = null)
    {
        var days = new DayTable(notices);
        var findings = NoticeSetCheck.Check(notices, days).ToImmutableArray();
        return findings.IsEmpty ? new(notices, days, counting ?? CountingRules.National) : throw new HolidayNoticeException(findings);
    }

    /// <summary>This calendar with one more notice: the next year's, an amendment, a local one.</summary>
    /// <param name="notice">The notice.</param>
    /// <exception cref="HolidayNoticeException">It does not fit in.</exception>
    public WorkingCalendar With(HolidayNotice notice) => Of(Notices.Add(notice), _counting);

    /// <summary>The calendar as it was known on a day, so that what was told to people then can be shown again.</summary>
    /// <param name="on">The day; what became known on it is in.</param>
    public WorkingCalendar KnownOn(LocalDate on) => Of([.. Notices.Where(notice => notice.KnownFrom <= on)], _counting);

    /// <summary>The same days, counted by a congress's own rules.</summary>
    /// <param name="counting">How periods are counted.</param>
    public WorkingCalendar CountedBy(CountingRules counting) => new(Notices, _days, counting);

    /// <summary>Whether the calendar reaches to this day.</summary>
    /// <param name="date">The day.</param>
    public static bool Covers(LocalDate date) => DayTable.Covers(date);

    /// <summary>Whether it is a working day (工作日): no weekend or holiday, or a weekend day on which work is made up (CAL-05).</summary>
    /// <param name="date">The day.</param>
    public bool IsWorkingDay(LocalDate date) => _days.IsWorking(date);

    /// <summary>What a day is, and by which notice.</summary>
    /// <param name="date">The day.</param>
    public CalendarDay Day(LocalDate date) => _days.Day(date);

    /// <summary>The n-th working day after a day, that day not counted; before it where the number is negative; the day itself for 0.</summary>
    /// <param name="date">From which day.</param>
    /// <param name="workingDays">How many.</param>
    public LocalDate Add(LocalDate date, int workingDays) => _days.Add(date, workingDays);

    /// <summary>How many working days lie after one day, up to and with another; negative where the other is earlier.</summary>
    /// <param name="after">The day after which counting starts.</param>
    /// <param name="through">The last day counted.</param>
    public int WorkingDaysBetween(LocalDate after, LocalDate through) => _days.Count(after, through);

    /// <summary>The first working day after this day.</summary>
    /// <param name="date">The day; not the answer itself.</param>
    public LocalDate NextWorkingDay(LocalDate date) => _days.Add(date, 1);

    /// <summary>The last working day before this day.</summary>
    /// <param name="date">The day; not the answer itself.</param>
    public LocalDate PreviousWorkingDay(LocalDate date) => _days.Add(date, -1);

    /// <summary>This day if it is a working day, else the first one after it.</summary>
    /// <param name="date">The day.</param>
    public LocalDate WorkingDayOnOrAfter(LocalDate date) => _days.OnOrAfter(date);

    /// <summary>This day if it is a working day, else the last one before it.</summary>
    /// <param name="date">The day.</param>
    public LocalDate WorkingDayOnOrBefore(LocalDate date) => _days.OnOrBefore(date);

    /// <summary>When a period ends (CAL-01 to CAL-05).</summary>
    /// <param name="period">The period, as an event has stored it.</param>
    public Deadline DueOf(StatutoryPeriod period)
    {
        var (start, limit) = (period.Start, Checked(period.Limit));
        var counted = _counting.StartDayCounted.Value && limit.Count > 0 ? 1 : 0;
        var nominal = limit.Unit switch
        {
            LimitUnit.WorkingDays => _days.Add(start.PlusDays(-counted), limit.Count),
            LimitUnit.Days => start.PlusDays(limit.Count - counted),
            _ => start.PlusMonths(limit.Count).PlusDays(-counted),
        };
        var rolls = _counting.RollForward.Value is RollForward.NextWorkingDay;
        var on = rolls ? _days.OnOrAfter(nominal) : nominal;
        // Only what was looked at can change the answer: all days for working days, the end for others, nothing where it stays on any day.
        var provisional = limit.Unit is LimitUnit.WorkingDays ? IsProvisional(start.PlusDays(1 - counted), on) : rolls && IsProvisional(nominal, on);
        return new(this, period, nominal, on, provisional, backward: false);
    }

    /// <summary>The latest day for what must be done so long before a day (会议的二十日前): that many days back, and earlier still where it is a day off (CAL-07).</summary>
    /// <param name="period">The period; its start is the day that it is counted back from.</param>
    public Deadline LatestBefore(StatutoryPeriod period)
    {
        var (start, limit) = (period.Start, Checked(period.Limit));
        var nominal = limit.Unit switch
        {
            LimitUnit.WorkingDays => _days.Add(start, -limit.Count),
            LimitUnit.Days => start.PlusDays(-limit.Count),
            _ => start.PlusMonths(-limit.Count),
        };
        var rolls = _counting.Backward.Value is RollBackward.PreviousWorkingDay;
        var on = rolls ? _days.OnOrBefore(nominal) : nominal;
        var provisional = limit.Unit is LimitUnit.WorkingDays ? IsProvisional(on, start.PlusDays(-1)) : rolls && IsProvisional(on, nominal);
        return new(this, period, nominal, on, provisional, backward: true);
    }

    internal CountingRules Counting => _counting;

    private bool IsProvisional(LocalDate from, LocalDate to) => from <= to && _days.IsProvisional(from, to);

    private static TimeLimit Checked(TimeLimit limit) => limit.Count is >= 0 and <= 36_500
        ? limit
        : throw new ArgumentOutOfRangeException(nameof(limit), limit.Count, "A period is of 0 to 36,500 days or months.");
}
