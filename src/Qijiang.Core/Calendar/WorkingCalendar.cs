using System.Collections.Immutable;
using NodaTime;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;

namespace Qijiang.Core.Calendar;

/// <summary>
/// The working days of 2006 to 2099, made of holiday notices and, for years without one, of the decree's days off, which is then
/// provisional. Immutable. Every question takes the same short time over any distance, and none but <see cref="Day"/> and the
/// deadlines allocates. A date outside is refused with <see cref="ArgumentOutOfRangeException"/>; <see cref="Covers"/> asks first.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly DayTable _days;
    private readonly Func<LocalDate, CountingRules> _counting;

    private WorkingCalendar(ImmutableArray<HolidayNotice> notices, DayTable days, Func<LocalDate, CountingRules> counting) =>
        (Notices, _days, _counting) = (notices, days, counting);

    /// <summary>The zone in which days begin and end (CAL-04): Asia/Shanghai, UTC+8, no summer time.</summary>
    public static DateTimeZone Zone { get; } = DateTimeZone.ForOffset(Offset.FromHours(8));

    /// <summary>The calendar of all notices that come with this library, counted as the national preset says.</summary>
    public static WorkingCalendar Official { get; } = Of(HolidayNotices.Embedded);

    /// <summary>The notices it is made of.</summary>
    public ImmutableArray<HolidayNotice> Notices { get; }

    /// <summary>A calendar of these notices.</summary>
    /// <param name="notices">The notices, in any order; what became known later replaces what was known before.</param>
    /// <exception cref="HolidayNoticeException">
    /// They don't fit together: two notices for a year, an amendment of what is not there, a holiday of the decree that is left out, a
    /// year with too few or too many working days.
    /// </exception>
    public static WorkingCalendar Of(ImmutableArray<HolidayNotice> notices) => Of(notices, _ => CountingRules.National);

    private static WorkingCalendar Of(ImmutableArray<HolidayNotice> notices, Func<LocalDate, CountingRules> counting)
    {
        var days = new DayTable(notices);
        var findings = NoticeSetCheck.Check(notices, days).ToImmutableArray();
        return findings.IsEmpty ? new(notices, days, counting) : throw new HolidayNoticeException(findings);
    }

    /// <summary>This calendar with one more notice: the next year's, an amendment, a local one.</summary>
    /// <param name="notice">The notice.</param>
    /// <exception cref="HolidayNoticeException">It does not fit in.</exception>
    public WorkingCalendar With(HolidayNotice notice) => Of(Notices.Add(notice), _counting);

    /// <summary>The calendar as it was known on a day, so that what was told to people then can be shown again.</summary>
    /// <param name="on">The day; what became known on it is in.</param>
    public WorkingCalendar KnownOn(LocalDate on) => Of([.. Notices.Where(notice => notice.KnownFrom <= on)], _counting);

    /// <summary>The same days, with every period counted by these rules.</summary>
    /// <param name="counting">How periods are counted.</param>
    public WorkingCalendar CountedBy(CountingRules counting) => new(Notices, _days, _ => counting);

    /// <summary>
    /// This calendar as it holds for a congress: a period is counted by its rules of the day that starts it, whatever holds today;
    /// a local notice is in where its rules name that area on the first day that it arranges (<c>calendar.localOverrides</c>, CAL-11).
    /// </summary>
    /// <param name="rules">The congress's rules.</param>
    /// <param name="level">Its level.</param>
    public WorkingCalendar For(RuleSet rules, CongressLevel level)
    {
        ImmutableArray<HolidayNotice> holding = [.. Notices.Where(notice => notice.Area is null || notice.Area == new CountingRules(rules, level, notice.FirstDay).LocalDays.Value)];
        return new(holding, holding.Length == Notices.Length ? _days : new DayTable(holding), start => new(rules, level, start));
    }

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

    /// <summary>When a period ends (CAL-01 to CAL-05), counted by the rules of the day that starts it.</summary>
    /// <param name="period">The period, as an event has stored it.</param>
    public Deadline DueOf(StatutoryPeriod period)
    {
        var (start, limit, counting) = (period.Start, Checked(period.Limit), _counting(period.Start));
        var counted = counting.StartDayCounted.Value && limit.Count > 0 ? 1 : 0;
        var unsuspended = limit.Unit switch
        {
            LimitUnit.WorkingDays => _days.Add(start.PlusDays(-counted), limit.Count),
            LimitUnit.Days => start.PlusDays(limit.Count - counted),
            _ => start.PlusMonths(limit.Count).PlusDays(-counted),
        };
        var nominal = Suspended(period, start.PlusDays(1 - counted), unsuspended);
        var rolls = counting.RollForward.Value is RollForward.NextWorkingDay;
        var on = Rolled(nominal);
        // Only what was looked at can change the answer: all days for working days, the end for others, nothing where it stays on any day.
        var provisional = limit.Unit is LimitUnit.WorkingDays ? IsProvisional(start.PlusDays(1 - counted), on) : rolls && IsProvisional(nominal, on);
        return new(this, counting, period, nominal, on, Rolled(unsuspended), provisional, backward: false);

        LocalDate Rolled(LocalDate day) => rolls ? _days.OnOrAfter(day) : day;
    }

    /// <summary>The latest day for what must be done so long before a day (会议的二十日前): that many days back, and earlier still where it is a day off (CAL-07).</summary>
    /// <param name="period">The period; its start is the day that it is counted back from. It can't be suspended.</param>
    public Deadline LatestBefore(StatutoryPeriod period)
    {
        if (period.Suspensions is { Count: > 0 }) throw new ArgumentException("A period that is counted back can't be suspended.", nameof(period));
        var (start, limit, counting) = (period.Start, Checked(period.Limit), _counting(period.Start));
        var nominal = limit.Unit switch
        {
            LimitUnit.WorkingDays => _days.Add(start, -limit.Count),
            LimitUnit.Days => start.PlusDays(-limit.Count),
            _ => start.PlusMonths(-limit.Count),
        };
        var rolls = counting.Backward.Value is RollBackward.PreviousWorkingDay;
        var on = rolls ? _days.OnOrBefore(nominal) : nominal;
        var provisional = limit.Unit is LimitUnit.WorkingDays ? IsProvisional(on, start.PlusDays(-1)) : rolls && IsProvisional(on, nominal);
        return new(this, counting, period, nominal, on, on, provisional, backward: true);
    }

    // What was left of the period when a suspension began runs on after it: in working days where it is counted in them, else in days.
    private LocalDate Suspended(StatutoryPeriod period, LocalDate first, LocalDate end)
    {
        foreach (var pause in (period.Suspensions ?? []).OrderBy(pause => pause.From))
        {
            if (pause.To < pause.From) throw new ArgumentException($"A suspension ends on {pause.To:uuuu-MM-dd}, before it begins.", nameof(period));
            var from = LocalDate.Max(pause.From, first);
            if (pause.To < from || end < from) continue;
            end = period.Limit.Unit is LimitUnit.WorkingDays
                ? _days.Add(pause.To, _days.Count(from.PlusDays(-1), end))
                : pause.To.PlusDays(Period.DaysBetween(from, end) + 1);
            first = pause.To.PlusDays(1);
        }
        return end;
    }

    private bool IsProvisional(LocalDate from, LocalDate to) => from <= to && _days.IsProvisional(from, to);

    private static TimeLimit Checked(TimeLimit limit) => limit.Count is >= 0 and <= 36_500
        ? limit
        : throw new ArgumentOutOfRangeException(nameof(limit), limit.Count, "A period is of 0 to 36,500 days or months.");
}
