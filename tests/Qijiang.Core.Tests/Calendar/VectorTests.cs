using FluentAssertions;
using NodaTime;
using NodaTime.Text;
using Qijiang.Core.Calendar;
using Qijiang.Core.Law;
using Xunit;

namespace Qijiang.Core.Tests.Calendar;

public sealed class VectorTests
{
    private static readonly RuleRef _rule = new("SUG-20", "chongqing", new(2018, 1, 1));

    [Theory]
    [Trait("rule", "CAL-05")]
    [InlineData("2025-01-22", 10, "2025-02-11")]
    [InlineData("2025-09-22", 10, "2025-10-11")]
    [InlineData("2025-09-26", 5, "2025-10-10")]
    [InlineData("2025-09-30", 1, "2025-10-09")]
    [InlineData("2025-04-25", 10, "2025-05-13")]
    [InlineData("2025-12-31", 5, "2026-01-08")]
    [InlineData("2026-02-10", 10, "2026-03-02")]
    [InlineData("2026-02-13", 5, "2026-02-27")]
    [InlineData("2026-02-14", 1, "2026-02-24")]
    [InlineData("2026-09-18", 10, "2026-10-09")]
    [InlineData("2026-04-24", 10, "2026-05-12")]
    [InlineData("2026-05-08", 10, "2026-05-21")]
    [InlineData("2026-05-08", 20, "2026-06-04")]
    [InlineData("2026-05-08", 30, "2026-06-18")]
    [InlineData("2011-12-28", 5, "2012-01-05")]
    [InlineData("2013-09-27", 5, "2013-10-10")]
    [InlineData("2013-06-07", 3, "2013-06-13")]
    [InlineData("2014-01-24", 5, "2014-01-30")]
    [InlineData("2015-09-02", 1, "2015-09-06")]
    [InlineData("2018-12-28", 1, "2018-12-29")]
    [InlineData("2019-04-26", 5, "2019-05-06")]
    [InlineData("2020-01-23", 1, "2020-02-03")]
    [InlineData("2020-01-17", 10, "2020-02-07")]
    [InlineData("2022-01-28", 2, "2022-01-30")]
    [InlineData("2023-09-28", 3, "2023-10-09")]
    [InlineData("2024-02-09", 1, "2024-02-18")]
    public void Working_days_count_make_up_days_and_skip_days_off(string start, int count, string due) =>
        WorkingCalendar.Official.DueOf(new(Day(start), new(count, LimitUnit.WorkingDays), _rule))
            .Should().BeEquivalentTo(new { Nominal = Day(due), On = Day(due), Provisional = false });

    [Theory]
    [Trait("rule", "CAL-02")]
    [Trait("rule", "CAL-06")]
    [InlineData("2026-05-08", 3, LimitUnit.Months, "2026-08-08", "2026-08-10")]
    [InlineData("2026-05-08", 6, LimitUnit.Months, "2026-11-08", "2026-11-09")]
    [InlineData("2026-07-04", 3, LimitUnit.Months, "2026-10-04", "2026-10-08")]
    [InlineData("2025-11-30", 3, LimitUnit.Months, "2026-02-28", "2026-02-28")]
    [InlineData("2025-08-31", 6, LimitUnit.Months, "2026-02-28", "2026-02-28")]
    [InlineData("2025-12-15", 2, LimitUnit.Months, "2026-02-15", "2026-02-24")]
    [InlineData("2026-08-31", 2, LimitUnit.Months, "2026-10-31", "2026-11-02")]
    [InlineData("2026-02-02", 15, LimitUnit.Days, "2026-02-17", "2026-02-24")]
    [InlineData("2026-04-20", 15, LimitUnit.Days, "2026-05-05", "2026-05-06")]
    [InlineData("2026-08-05", 60, LimitUnit.Days, "2026-10-04", "2026-10-08")]
    [InlineData("2026-09-03", 30, LimitUnit.Days, "2026-10-03", "2026-10-08")]
    public void Days_and_months_move_off_days_off_but_not_off_make_up_days(string start, int count, LimitUnit unit, string nominal, string due) =>
        WorkingCalendar.Official.DueOf(new(Day(start), new(count, unit), _rule))
            .Should().BeEquivalentTo(new { Nominal = Day(nominal), On = Day(due), Provisional = false });

    [Theory]
    [InlineData("2020-01-23", 1, "2020-01-25", "2020-01-31")]
    [InlineData("2020-01-23", 1, "2020-01-27", "2020-02-03")]
    [InlineData("2019-04-26", 3, "2019-03-01", "2019-05-02")]
    [InlineData("2019-04-26", 3, "2019-03-25", "2019-04-30")]
    public void What_was_told_before_an_amendment_can_be_shown_again(string start, int count, string knownOn, string due) =>
        WorkingCalendar.Official.KnownOn(Day(knownOn)).Add(Day(start), count).Should().Be(Day(due));

    private static LocalDate Day(string text) => LocalDatePattern.CreateWithInvariantCulture("uuuu-MM-dd").Parse(text).Value;
}
