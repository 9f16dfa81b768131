using CsCheck;
using FluentAssertions;
using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.Law;
using Xunit;

namespace Qijiang.Core.Tests.Calendar;

/// <summary>The calendar against a slow one that walks from day to day and knows nothing of sums.</summary>
public sealed class WorkingCalendarProperties
{
    private static readonly RuleRef _rule = new("SUG-20", "chongqing", new(2018, 1, 1));
    private static readonly WorkingCalendar _calendar = WorkingCalendar.Official;
    private static readonly HashSet<LocalDate> _off = [];
    private static readonly HashSet<LocalDate> _madeUp = [];
    private static readonly Gen<LocalDate> _dates = Gen.Int[0, Period.DaysBetween(new(2007, 6, 1), new(2026, 6, 1))].Select(new LocalDate(2007, 6, 1).PlusDays);

    // Day by day in the order of the notices: the last word on a day wins.
    static WorkingCalendarProperties()
    {
        foreach (var item in HolidayNotices.Embedded.OrderBy(notice => notice.KnownFrom).SelectMany(notice => notice.Items))
        {
            foreach (var day in item.MakeUp) { _madeUp.Add(day); _off.Remove(day); }
            for (var day = item.From; day <= item.To; day = day.PlusDays(1)) { _off.Add(day); _madeUp.Remove(day); }
        }
    }

    [Fact]
    public void A_day_is_a_working_day_as_the_slow_calendar_says() => _dates.Sample(day => _calendar.IsWorkingDay(day) == IsWorking(day));

    [Fact]
    public void Adding_walks_as_the_slow_calendar_does_in_both_directions() => Gen.Select(_dates, Gen.Int[-90, 90])
        .Sample((day, count) => _calendar.Add(day, count).Should().Be(Walk(day, count)));

    [Fact]
    public void Counting_is_what_the_slow_calendar_counts() => Gen.Select(_dates, Gen.Int[0, 200]).Sample((after, days) =>
    {
        var through = after.PlusDays(days);
        var slow = Enumerable.Range(1, days).Count(n => IsWorking(after.PlusDays(n)));
        _calendar.WorkingDaysBetween(after, through).Should().Be(slow);
        _calendar.WorkingDaysBetween(through, after).Should().Be(-slow);
    });

    [Fact]
    public void Adding_and_counting_undo_each_other() => Gen.Select(_dates, Gen.Int[0, 90])
        .Sample((day, count) => _calendar.WorkingDaysBetween(day, _calendar.Add(day, count)) == count);

    [Fact]
    public void The_nearest_working_days_are_the_slow_calendars() => _dates.Sample(day =>
    {
        _calendar.NextWorkingDay(day).Should().Be(Walk(day, 1));
        _calendar.PreviousWorkingDay(day).Should().Be(Walk(day, -1));
        _calendar.WorkingDayOnOrAfter(day).Should().Be(IsWorking(day) ? day : Walk(day, 1));
        _calendar.WorkingDayOnOrBefore(day).Should().Be(IsWorking(day) ? day : Walk(day, -1));
    });

    [Fact]
    public void A_deadline_is_where_the_slow_calendar_ends_and_never_a_day_off() =>
        Gen.Select(_dates, Gen.Int[1, 60], Gen.Enum<LimitUnit>()).Sample((start, count, unit) =>
        {
            if (unit is LimitUnit.Months) count = 1 + (count % 6);
            var nominal = unit switch { LimitUnit.Days => start.PlusDays(count), LimitUnit.WorkingDays => Walk(start, count), _ => Months(start, count) };
            var due = _calendar.DueOf(new(start, new(count, unit), _rule));

            due.Nominal.Should().Be(nominal);
            due.On.Should().Be(IsWorking(nominal) ? nominal : Walk(nominal, 1));
        });

    [Fact]
    public void A_longer_period_never_ends_earlier() => Gen.Select(_dates, Gen.Int[0, 60], Gen.Enum<LimitUnit>())
        .Sample((start, count, unit) => _calendar.DueOf(new(start, new(count, unit), _rule)).On <= _calendar.DueOf(new(start, new(count + 1, unit), _rule)).On);

    [Fact]
    public void A_backward_period_leaves_at_least_its_days() => Gen.Select(_dates, Gen.Int[1, 60], Gen.Bool.Select(days => days ? LimitUnit.Days : LimitUnit.WorkingDays)).Sample((day, count, unit) =>
    {
        var latest = _calendar.LatestBefore(new(day, new(count, unit), _rule)).On;
        IsWorking(latest).Should().BeTrue();
        (unit is LimitUnit.Days ? Period.DaysBetween(latest, day) : _calendar.WorkingDaysBetween(latest, day.PlusDays(-1)) + 1).Should().BeGreaterThanOrEqualTo(count);
    });

    private static bool IsWorking(LocalDate day) => _madeUp.Contains(day) || (day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !_off.Contains(day));

    private static LocalDate Walk(LocalDate day, int count)
    {
        while (count != 0)
        {
            day = day.PlusDays(Math.Sign(count));
            if (IsWorking(day)) count -= Math.Sign(count);
        }
        return day;
    }

    private static LocalDate Months(LocalDate start, int count)
    {
        var (year, month) = (start.Year, start.Month + count);
        for (; month > 12; month -= 12) year++;
        int[] lengths = [31, year % 4 == 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        return new(year, month, Math.Min(start.Day, lengths[month - 1]));
    }
}
