using System.Collections;
using System.Globalization;
using System.Resources;
using CsCheck;
using FluentAssertions;
using NodaTime;
using Qijiang.Core.Calendar;
using Xunit;

namespace Qijiang.Core.Tests.Calendar;

/// <summary>The approved texts: a clerk checks a date by hand with them.</summary>
public sealed class ExplanationTests
{
    private static readonly CultureInfo _chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo _english = CultureInfo.GetCultureInfo("en-GB");

    [Fact]
    public void Working_days_over_Spring_Festival_with_its_make_up_days()
    {
        var due = WorkingCalendar.Official.DueOf(new(new(2025, 1, 22), new(10, LimitUnit.WorkingDays), new("SUG-10", "chongqing", new(2018, 1, 1))));

        due.Explain(_chinese).Should().Be("""
            期限：自2025年1月22日（星期三）起10个工作日（规则SUG-10，规则集chongqing，自2018年1月1日起施行的版本）。
            起算：当日不计入（CAL-01），从2025年1月23日（星期四）开始计算。
            2025年1月23日（星期四）至2025年1月24日（星期五）：工作日，计2天，累计2天。
            2025年1月25日（星期六）：周末，不计。
            2025年1月26日（星期日）：春节调休上班，计1天，累计3天（国办发明电〔2024〕12号）。
            2025年1月27日（星期一）：工作日，计1天，累计4天。
            2025年1月28日（星期二）至2025年2月4日（星期二）：春节放假，不计（国办发明电〔2024〕12号）。
            2025年2月5日（星期三）至2025年2月7日（星期五）：工作日，计3天，累计7天。
            2025年2月8日（星期六）：春节调休上班，计1天，累计8天（国办发明电〔2024〕12号）。
            2025年2月9日（星期日）：周末，不计。
            2025年2月10日（星期一）至2025年2月11日（星期二）：工作日，计2天，累计10天。
            届满日：2025年2月11日（星期二）。
            """);
        due.Explain(_english).Should().Be("""
            Period: 10 working days from Wednesday 22 January 2025 (rule SUG-10 of set chongqing, version of 1 January 2018).
            Start: the day itself is not counted (CAL-01); counting begins on Thursday 23 January 2025.
            Thursday 23 January 2025 to Friday 24 January 2025: working, 2 counted, 2 so far.
            Saturday 25 January 2025: weekend, not counted.
            Sunday 26 January 2025: working day made up for Spring Festival, 1 counted, 3 so far (国办发明电〔2024〕12号).
            Monday 27 January 2025: working, 1 counted, 4 so far.
            Tuesday 28 January 2025 to Tuesday 4 February 2025: off for Spring Festival, not counted (国办发明电〔2024〕12号).
            Wednesday 5 February 2025 to Friday 7 February 2025: working, 3 counted, 7 so far.
            Saturday 8 February 2025: working day made up for Spring Festival, 1 counted, 8 so far (国办发明电〔2024〕12号).
            Sunday 9 February 2025: weekend, not counted.
            Monday 10 February 2025 to Tuesday 11 February 2025: working, 2 counted, 10 so far.
            Due: Tuesday 11 February 2025.
            """);
    }

    [Fact]
    public void Months_that_end_in_National_Day()
    {
        var due = WorkingCalendar.Official.DueOf(new(new(2026, 7, 4), new(3, LimitUnit.Months), new("SUG-20", "chongqing", new(2018, 1, 1))));

        due.Explain(_chinese).Should().Be("""
            期限：自2026年7月4日（星期六）起3个月（规则SUG-20，规则集chongqing，自2018年1月1日起施行的版本）。
            起算：当日不计入（CAL-01），从2026年7月5日（星期日）开始计算。
            期间的最后一日：2026年10月4日（星期日）。
            2026年10月4日（星期日）至2026年10月7日（星期三）：国庆节放假（国办发明电〔2025〕7号）。
            顺延至休息日结束后的第一个工作日：2026年10月8日（星期四）（CAL-03）。
            届满日：2026年10月8日（星期四）。
            """);
        due.Explain(_english).Should().Be("""
            Period: 3 months from Saturday 4 July 2026 (rule SUG-20 of set chongqing, version of 1 January 2018).
            Start: the day itself is not counted (CAL-01); counting begins on Sunday 5 July 2026.
            The period's last day: Sunday 4 October 2026.
            Sunday 4 October 2026 to Wednesday 7 October 2026: off for National Day (国办发明电〔2025〕7号).
            It moves to the first working day after the days off: Thursday 8 October 2026 (CAL-03).
            Due: Thursday 8 October 2026.
            """);
    }

    [Fact]
    public void Months_that_end_on_a_make_up_Saturday_because_the_month_is_short()
    {
        var due = WorkingCalendar.Official.DueOf(new(new(2025, 11, 30), new(3, LimitUnit.Months), new("SUG-20", "chongqing", new(2018, 1, 1))));

        due.Explain(_chinese).Should().Be("""
            期限：自2025年11月30日（星期日）起3个月（规则SUG-20，规则集chongqing，自2018年1月1日起施行的版本）。
            起算：当日不计入（CAL-01），从2025年12月1日（星期一）开始计算。
            该月没有30日，期间的最后一日为月末日：2026年2月28日（星期六）。
            该日为春节调休上班日，是工作日，不顺延（国办发明电〔2025〕7号）。
            届满日：2026年2月28日（星期六）。
            """);
        due.Explain(_english).Should().Be("""
            Period: 3 months from Sunday 30 November 2025 (rule SUG-20 of set chongqing, version of 1 January 2018).
            Start: the day itself is not counted (CAL-01); counting begins on Monday 1 December 2025.
            The month has no day 30; the period's last day is the last of the month: Saturday 28 February 2026.
            It is a working day, made up for Spring Festival, and stays (国办发明电〔2025〕7号).
            Due: Saturday 28 February 2026.
            """);
    }

    [Fact]
    public void A_provisional_date_names_the_notice_that_is_missing()
    {
        var due = WorkingCalendar.Official.DueOf(new(new(2026, 12, 28), new(4, LimitUnit.WorkingDays), new("SUG-13", "chongqing", new(2018, 1, 1))));

        due.Explain(_chinese).Should().Be("""
            期限：自2026年12月28日（星期一）起4个工作日（规则SUG-13，规则集chongqing，自2018年1月1日起施行的版本）。
            起算：当日不计入（CAL-01），从2026年12月29日（星期二）开始计算。
            2026年12月29日（星期二）至2026年12月31日（星期四）：工作日，计3天，累计3天。
            2027年1月1日（星期五）：元旦（法定节日），不计（全国年节及纪念日放假办法（2024年修订）第2条）。
            2027年1月2日（星期六）至2027年1月3日（星期日）：周末，不计。
            2027年1月4日（星期一）：工作日，计1天，累计4天。
            暂定：2027年的放假通知尚未公布或者尚未录入，暂按周末和法定节日计算，通知录入后可能变动。
            届满日：2027年1月4日（星期一）。
            """);
    }

    [Fact]
    public void A_backward_period_is_counted_back()
    {
        var latest = WorkingCalendar.Official.LatestBefore(new(new(2026, 10, 26), new(20, LimitUnit.Days), new("SUP-01", "national", new(2024, 11, 8))));

        latest.Explain(_english).Should().Be("""
            Period: 20 days before Monday 26 October 2026 (rule SUP-01 of set national, version of 8 November 2024).
            Start: the day itself is not counted; counting goes back from Sunday 25 October 2026.
            The period's last day: Tuesday 6 October 2026.
            Tuesday 6 October 2026 to Thursday 1 October 2026: off for National Day (国办发明电〔2025〕7号).
            It moves back to the last working day before the days off: Wednesday 30 September 2026 (CAL-07).
            Latest day: Wednesday 30 September 2026.
            """);
    }

    [Fact]
    public void Working_days_with_a_suspension_show_both_dates()
    {
        var due = WorkingCalendar.Official.DueOf(new(new(2026, 5, 8), new(5, LimitUnit.WorkingDays), new("SUG-10", "chongqing", new(2018, 1, 1)))
        {
            Suspensions = [new(new(2026, 5, 9), new(2026, 5, 12), new("CIT-13", "national", new(2022, 5, 1)))],
        });

        due.Explain(_chinese).Should().Be("""
            期限：自2026年5月8日（星期五）起5个工作日（规则SUG-10，规则集chongqing，自2018年1月1日起施行的版本）。
            起算：当日不计入（CAL-01），从2026年5月9日（星期六）开始计算。
            2026年5月9日（星期六）至2026年5月12日（星期二）：期限中止，不计（规则CIT-13，规则集national，自2022年5月1日起施行的版本）。
            2026年5月13日（星期三）至2026年5月15日（星期五）：工作日，计3天，累计3天。
            2026年5月16日（星期六）至2026年5月17日（星期日）：周末，不计。
            2026年5月18日（星期一）至2026年5月19日（星期二）：工作日，计2天，累计5天。
            未中止时的届满日：2026年5月14日（星期四）。
            届满日：2026年5月19日（星期二）。
            """);
    }

    [Fact]
    public void Months_with_a_suspension_show_both_dates()
    {
        var due = WorkingCalendar.Official.DueOf(new(new(2026, 5, 8), new(3, LimitUnit.Months), new("SUG-20", "chongqing", new(2018, 1, 1)))
        {
            Suspensions = [new(new(2026, 6, 1), new(2026, 6, 14), new("CIT-13", "national", new(2022, 5, 1)))],
        });

        due.Explain(_english).Should().Be("""
            Period: 3 months from Friday 8 May 2026 (rule SUG-20 of set chongqing, version of 1 January 2018).
            Start: the day itself is not counted (CAL-01); counting begins on Saturday 9 May 2026.
            The period's last day: Saturday 8 August 2026.
            Monday 1 June 2026 to Sunday 14 June 2026: suspended, not counted (rule CIT-13 of set national, version of 1 May 2022).
            After that what was left of the period runs on; its last day: Saturday 22 August 2026.
            Saturday 22 August 2026 to Sunday 23 August 2026: weekend.
            It moves to the first working day after the days off: Monday 24 August 2026 (CAL-03).
            Without the suspension due: Monday 10 August 2026.
            Due: Monday 24 August 2026.
            """);
    }

    [Fact]
    public void Both_languages_have_every_text_with_the_same_places_to_fill()
    {
        var texts = new ResourceManager("Qijiang.Core.Calendar.Explanations", typeof(WorkingCalendar).Assembly);
        Filled("en").Should().BeEquivalentTo(Filled(""));

        IEnumerable<(string Key, bool Fills)> Filled(string culture) =>
            from DictionaryEntry text in texts.GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false)!
            select ((string)text.Key, ((string)text.Value!).Contains('{', StringComparison.Ordinal));
    }

    [Fact]
    public void Any_explanation_ends_with_the_date_and_sums_up_to_the_days_of_the_period() =>
        Gen.Select(Gen.Int[0, 9_000], Gen.Int[1, 45], Gen.Enum<LimitUnit>(), Gen.Bool).Sample((day, count, unit, backward) =>
        {
            var period = new StatutoryPeriod(new LocalDate(2012, 1, 1).PlusDays(day), new(count, unit), new("SUG-10", "chongqing", new(2018, 1, 1)));
            var due = backward ? WorkingCalendar.Official.LatestBefore(period) : WorkingCalendar.Official.DueOf(period);
            var lines = due.Explain(_chinese).Split('\n');

            lines[^1].Should().Contain($"{due.On.Year}年{due.On.Month}月{due.On.Day}日");
            if (unit is LimitUnit.WorkingDays) lines.Last(line => line.Contains("累计", StringComparison.Ordinal)).Should().Contain($"累计{count}天");
            due.Explain(_english).Should().NotContainAny("{", "}", "星期", "累计").And.Subject.Split('\n').Should().HaveCount(lines.Length);
        });
}
