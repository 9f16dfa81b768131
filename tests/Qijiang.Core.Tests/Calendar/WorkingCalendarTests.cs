using System.Globalization;
using FluentAssertions;
using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;
using Xunit;

namespace Qijiang.Core.Tests.Calendar;

public sealed class WorkingCalendarTests
{
    private static readonly RuleRef _rule = new("SUG-20", "chongqing", new(2018, 1, 1));
    private static readonly WorkingCalendar _calendar = WorkingCalendar.Official;

    [Fact]
    public void A_day_says_why_it_is_off_or_worked()
    {
        _calendar.Day(new(2026, 5, 9)).Should().BeEquivalentTo(new { Kind = DayKind.MakeUpWorkday, Holiday = new Bilingual("劳动节", "Labour Day"), Notice = new { Number = "国办发明电〔2025〕7号" }, Provisional = false });
        _calendar.Day(new(2026, 5, 5)).Should().BeEquivalentTo(new { Kind = DayKind.Holiday, Notice = new { Id = "2026" } });
        _calendar.Day(new(2026, 5, 10)).Should().BeEquivalentTo(new { Kind = DayKind.Weekend, Holiday = (Bilingual?)null });
        _calendar.Day(new(2020, 2, 1)).Should().BeEquivalentTo(new { Kind = DayKind.Holiday, Notice = new { Id = "2020-1" } });
        _calendar.Day(new(2027, 10, 1)).Should().BeEquivalentTo(new { Kind = DayKind.Holiday, Notice = (HolidayNotice?)null, Decree = new Citation("全国年节及纪念日放假办法（2024年修订）", "2"), Provisional = true });
    }

    [Fact]
    [Trait("rule", "CAL-11")]
    public void Half_day_holidays_of_some_citizens_are_working_days() =>
        new LocalDate[] { new(2027, 3, 8), new(2026, 5, 4 + 3), new(2026, 6, 1), new(2025, 8, 1) }.Should().OnlyContain(day => _calendar.IsWorkingDay(day));

    [Theory]
    [InlineData(2026, 12, 24, false)]
    [InlineData(2026, 12, 25, true)]                                       // the notice for 2027 can reach back into the last week
    [InlineData(2027, 1, 4, true)]
    [InlineData(2025, 12, 31, false)]
    [InlineData(2007, 1, 1, false)]
    [InlineData(2006, 12, 29, true)]                                       // no notice for 2006 was read
    public void Days_whose_notice_is_not_known_are_provisional(int year, int month, int day, bool provisional) =>
        _calendar.Day(new(year, month, day)).Provisional.Should().Be(provisional);

    [Fact]
    public void A_due_date_is_provisional_only_where_the_missing_notice_can_move_it()
    {
        Due(new(2026, 12, 10), 10, LimitUnit.WorkingDays).Should().BeEquivalentTo(new { On = new LocalDate(2026, 12, 24), Provisional = false });
        Due(new(2026, 12, 11), 10, LimitUnit.WorkingDays).Should().BeEquivalentTo(new { On = new LocalDate(2026, 12, 25), Provisional = true });
        Due(new(2026, 9, 23), 3, LimitUnit.Months).Should().BeEquivalentTo(new { On = new LocalDate(2026, 12, 23), Provisional = false });
        Due(new(2026, 11, 7), 3, LimitUnit.Months).Should().BeEquivalentTo(new { Nominal = new LocalDate(2027, 2, 7), On = new LocalDate(2027, 2, 9), Provisional = true });
    }

    [Fact]
    [Trait("rule", "CAL-09")]
    public void The_next_years_notice_moves_a_provisional_date_and_settles_it()
    {
        var known2025 = _calendar.KnownOn(new(2025, 11, 3));
        known2025.DueOf(new(new(2025, 12, 31), new(5, LimitUnit.WorkingDays), _rule)).Should().BeEquivalentTo(new { On = new LocalDate(2026, 1, 8), Provisional = true });
        known2025.DueOf(new(new(2025, 12, 15), new(2, LimitUnit.Months), _rule)).Should().BeEquivalentTo(new { On = new LocalDate(2026, 2, 20), Provisional = true });
        known2025.With(_calendar.Notices.Single(notice => notice.Id == "2026")).DueOf(new(new(2025, 12, 15), new(2, LimitUnit.Months), _rule))
            .Should().BeEquivalentTo(new { On = new LocalDate(2026, 2, 24), Provisional = false });
    }

    [Theory]
    [InlineData("2007-12-30", true)]
    [InlineData("2007-12-14", false)]
    public void A_notice_is_in_the_calendar_from_the_day_on_which_it_was_known(string knownOn, bool known)
    {
        var day = NodaTime.Text.LocalDatePattern.Iso.Parse(knownOn).Value;
        _calendar.KnownOn(day).Notices.Any(notice => notice.Id == "2008").Should().Be(known);
    }

    [Fact]
    public void A_local_notice_adds_days_and_may_move_the_countrys()
    {
        var local = HolidayNotices.Read("liangshan.json", """
            { "id": "liangshan-2026", "year": 2026, "area": "凉山彝族自治州", "title": "火把节放假", "knownFrom": "2026-06-01", "status": "Read",
              "items": [ { "holiday": { "zh": "火把节", "en": "Torch Festival" }, "off": { "from": "2026-08-05", "to": "2026-08-07", "days": 3 }, "makeUp": [], "words": "放假3天" } ] }
            """);

        _calendar.With(local).Add(new(2026, 8, 4), 1).Should().Be(new LocalDate(2026, 8, 10));
        _calendar.Add(new(2026, 8, 4), 1).Should().Be(new LocalDate(2026, 8, 5));
    }

    [Fact]
    [Trait("rule", "CAL-12")]
    public void A_make_up_day_that_is_cancelled_is_an_ordinary_weekend_again()
    {
        var amended = _calendar.With(HolidayNotices.Read("2026-1.json", """
            { "id": "2026-1", "year": 2026, "amends": "2026", "title": "调整通知", "knownFrom": "2026-09-01", "status": "Read",
              "items": [ { "holiday": { "zh": "国庆节", "en": "National Day" }, "off": { "from": "2026-10-01", "to": "2026-10-06", "days": 6 }, "makeUp": [], "cancels": ["2026-10-10"], "words": "10月10日(星期六)不再上班" } ] }
            """));

        amended.Day(new(2026, 10, 10)).Should().BeEquivalentTo(new { Kind = DayKind.Weekend, Holiday = (Bilingual?)null });
        amended.Add(new(2026, 10, 9), 1).Should().Be(new LocalDate(2026, 10, 12));
        amended.KnownOn(new(2026, 8, 31)).Add(new(2026, 10, 9), 1).Should().Be(new LocalDate(2026, 10, 10));
    }

    [Fact]
    public void A_local_notice_goes_before_the_countrys_whichever_was_known_first()
    {
        var local = HolidayNotices.Read("local.json", """
            { "id": "local-2026", "year": 2026, "area": "某自治县", "title": "自治县县庆放假", "knownFrom": "2025-10-01", "status": "Read",
              "items": [ { "holiday": { "zh": "县庆", "en": "Founding day" }, "off": { "from": "2026-10-10", "to": "2026-10-10", "days": 1 }, "makeUp": [], "words": "10月10日放假" } ] }
            """);

        _calendar.With(local).IsWorkingDay(new(2026, 10, 10)).Should().BeFalse();
    }

    [Fact]
    public void Questions_allocate_nothing_over_any_distance()
    {
        var (from, far) = (new LocalDate(2007, 1, 1), new LocalDate(2099, 6, 1));
        Ask();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++) Ask();
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(1_000, "a thousand rounds of six questions must not allocate a byte each");

        void Ask()
        {
            _ = _calendar.IsWorkingDay(far);
            _ = _calendar.Add(from, 20_000);
            _ = _calendar.Add(far, -20_000);
            _ = _calendar.WorkingDaysBetween(from, far);
            _ = _calendar.NextWorkingDay(far);
            _ = _calendar.WorkingDayOnOrBefore(far);
        }
    }

    // Supervision reports: 20, 10 and 7 days before a sitting on 26 October 2026, over National Day (SUP-01, CAL-07).
    [Theory]
    [InlineData(20, LimitUnit.Days, "2026-10-06", "2026-09-30")]
    [InlineData(10, LimitUnit.Days, "2026-10-16", "2026-10-16")]
    [InlineData(7, LimitUnit.Days, "2026-10-19", "2026-10-19")]
    [InlineData(15, LimitUnit.WorkingDays, "2026-09-29", "2026-09-29")]
    [InlineData(16, LimitUnit.Days, "2026-10-10", "2026-10-10")]           // a make-up Saturday
    [InlineData(1, LimitUnit.Months, "2026-09-26", "2026-09-24")]          // Mid-Autumn, 25 to 27 September
    public void A_backward_period_on_a_day_off_moves_earlier(int count, LimitUnit unit, string nominal, string latest) =>
        _calendar.LatestBefore(new(new(2026, 10, 26), new(count, unit), new("SUP-01", "national", new(2024, 11, 8))))
            .Should().BeEquivalentTo(new { Nominal = Day(nominal), On = Day(latest), Provisional = false, Backward = true });

    [Fact]
    public void A_backward_period_into_days_without_a_notice_is_provisional() =>
        _calendar.LatestBefore(new(new(2027, 1, 20), new(10, LimitUnit.Days), _rule)).Should().BeEquivalentTo(new { Nominal = new LocalDate(2027, 1, 10), On = new LocalDate(2027, 1, 8), Provisional = true });

    [Fact]
    public void A_backward_period_stays_on_a_day_off_where_the_congress_says_so()
    {
        var rules = RuleSet.Preset("chongqing").With(new("own.json", """
            { "set": "own", "rules": [
              { "key": "calendar.backward", "id": "OWN-1", "from": "2026-01-01", "title": { "zh": "不提前", "en": "no roll" }, "source": { "law": "本级办法" }, "value": "None", "confidence": "T", "status": "active" } ] }
            """));

        _calendar.CountedBy(new CountingRules(rules, CongressLevel.District, new(2026, 5, 1))).LatestBefore(new(new(2026, 10, 26), new(20, LimitUnit.Days), _rule))
            .Should().BeEquivalentTo(new { Nominal = new LocalDate(2026, 10, 6), On = new LocalDate(2026, 10, 6) });
    }

    [Fact]
    public void A_congress_may_count_the_first_day_and_leave_the_end_where_it_falls()
    {
        var rules = RuleSet.Preset("chongqing").With(new("own.json", """
            { "set": "own", "rules": [
              { "key": "calendar.startDayCounted", "id": "OWN-1", "from": "2026-01-01", "title": { "zh": "当日计入", "en": "start counted" }, "source": { "law": "本级办法" }, "value": true, "confidence": "T", "status": "active" },
              { "key": "calendar.rollForward", "id": "OWN-2", "from": "2026-01-01", "title": { "zh": "不顺延", "en": "no roll" }, "source": { "law": "本级办法" }, "value": "None", "confidence": "T", "status": "active" } ] }
            """));
        var own = _calendar.CountedBy(new CountingRules(rules, CongressLevel.District, new(2026, 5, 1)));

        own.DueOf(new(new(2026, 5, 8), new(3, LimitUnit.Months), _rule)).On.Should().Be(new LocalDate(2026, 8, 7));
        own.DueOf(new(new(2026, 5, 8), new(10, LimitUnit.WorkingDays), _rule)).On.Should().Be(new LocalDate(2026, 5, 20));
        own.DueOf(new(new(2026, 4, 20), new(15, LimitUnit.Days), _rule)).On.Should().Be(new LocalDate(2026, 5, 4));
        own.DueOf(new(new(2026, 4, 20), new(15, LimitUnit.Days), _rule)).Explain(CultureInfo.GetCultureInfo("zh-CN")).Should().Contain("按规则OWN-2不顺延");
    }

    [Fact]
    public void A_period_is_counted_by_the_rules_of_the_day_that_starts_it_whatever_holds_now()
    {
        var rules = RuleSet.Preset("chongqing").With(new("own.json", """
            { "set": "own", "rules": [
              { "key": "calendar.startDayCounted", "id": "OWN-1", "from": "2026-06-01", "title": { "zh": "当日计入", "en": "start counted" }, "source": { "law": "本级办法" }, "value": true, "confidence": "T", "status": "active" } ] }
            """));
        var own = _calendar.For(rules, CongressLevel.District);

        own.DueOf(new(new(2026, 5, 29), new(10, LimitUnit.WorkingDays), _rule)).On.Should().Be(new LocalDate(2026, 6, 12));
        own.DueOf(new(new(2026, 6, 1), new(10, LimitUnit.WorkingDays), _rule)).On.Should().Be(new LocalDate(2026, 6, 12));
        own.DueOf(new(new(2026, 5, 29), new(10, LimitUnit.WorkingDays), _rule)).Explain(CultureInfo.GetCultureInfo("en")).Should().Contain("(CAL-01)").And.NotContain("OWN-1");
        own.DueOf(new(new(2026, 6, 1), new(10, LimitUnit.WorkingDays), _rule)).Explain(CultureInfo.GetCultureInfo("en")).Should().Contain("(OWN-1)");
        own.DueOf(new(new(2019, 5, 8), new(10, LimitUnit.WorkingDays), _rule)).On.Should().Be(new LocalDate(2019, 5, 22), "no version held then, so the first one counts");
    }

    [Fact]
    public void A_local_notice_holds_for_the_congresses_whose_rules_name_its_area()
    {
        var local = _calendar.With(HolidayNotices.Read("local.json", """
            { "id": "local-2026", "year": 2026, "area": "某自治县", "title": "自治县县庆放假", "knownFrom": "2026-07-01", "status": "Read",
              "items": [ { "holiday": { "zh": "县庆", "en": "Founding day" }, "off": { "from": "2026-08-10", "to": "2026-08-10", "days": 1 }, "makeUp": [], "words": "8月10日放假" } ] }
            """));

        Due("某自治县").Should().Be(new LocalDate(2026, 8, 11));
        Due("另一自治县").Should().Be(new LocalDate(2026, 8, 10));
        local.For(RuleSet.Preset("chongqing"), CongressLevel.District).DueOf(new(new(2026, 5, 8), new(3, LimitUnit.Months), _rule)).On.Should().Be(new LocalDate(2026, 8, 10));

        LocalDate Due(string area) => local.For(RuleSet.Preset("chongqing").With(new("own.json", $$"""
            { "set": "own", "rules": [
              { "key": "calendar.localOverrides", "id": "OWN-3", "from": "2020-01-01", "title": { "zh": "地方假日", "en": "local days off" }, "source": { "law": "本级办法" }, "value": "{{area}}", "confidence": "T", "status": "active" } ] }
            """)), CongressLevel.District).DueOf(new(new(2026, 5, 8), new(3, LimitUnit.Months), _rule)).On;
    }

    [Theory]
    [Trait("rule", "CAL-04")]
    [InlineData("2026-08-10T15:59:59.999", false)]
    [InlineData("2026-08-10T16:00:00", true)]                              // midnight in Shanghai, eight hours ahead of UTC
    [InlineData("2026-08-08T04:00:00", false)]
    public void Something_is_late_once_the_last_day_is_over_in_Shanghai(string utc, bool late)
    {
        var due = Due(new(2026, 5, 8), 3, LimitUnit.Months);

        due.Ends.Should().Be(Instant.FromUtc(2026, 8, 10, 16, 0));
        due.IsLate(NodaTime.Text.LocalDateTimePattern.ExtendedIso.Parse(utc).Value.InUtc().ToInstant()).Should().Be(late);
    }

    // The reply to a suggestion, three months from 8 May 2026: nominally until Saturday 8 August.
    [Theory]
    [InlineData("2026-06-01", "2026-06-10", "2026-08-18", "2026-08-18")]   // ten days not counted
    [InlineData("2026-05-01", "2026-05-10", "2026-08-10", "2026-08-10")]   // began before the period: 9 and 10 May are not counted
    [InlineData("2026-08-08", "2026-08-20", "2026-08-21", "2026-08-21")]   // one day was left
    [InlineData("2026-08-09", "2026-08-20", "2026-08-08", "2026-08-10")]   // the period was over
    [InlineData("2026-05-01", "2026-05-08", "2026-08-08", "2026-08-10")]   // it had not begun
    public void A_suspension_of_a_period_in_months_is_added_day_by_day(string from, string to, string nominal, string on) =>
        _calendar.DueOf(Suspended(3, LimitUnit.Months, (from, to)))
            .Should().BeEquivalentTo(new { Nominal = Day(nominal), On = Day(on), Unsuspended = new LocalDate(2026, 8, 10) });

    [Fact]
    public void Two_suspensions_that_overlap_leave_each_day_out_once() =>
        _calendar.DueOf(Suspended(3, LimitUnit.Months, ("2026-06-05", "2026-06-14"), ("2026-06-01", "2026-06-10"), ("2026-06-06", "2026-06-07"), ("2026-08-20", "2026-08-21")))
            .Should().BeEquivalentTo(new { Nominal = new LocalDate(2026, 8, 24), On = new LocalDate(2026, 8, 24) }, "14 days in June and 2 in August");

    [Fact]
    public void A_suspension_of_a_period_in_working_days_leaves_their_working_days_out() =>
        // Ten working days from 8 May 2026 end on the 21st; of 13 to 17 May three would have counted.
        _calendar.DueOf(Suspended(10, LimitUnit.WorkingDays, ("2026-05-13", "2026-05-17")))
            .Should().BeEquivalentTo(new { On = new LocalDate(2026, 5, 26), Unsuspended = new LocalDate(2026, 5, 21) });

    [Fact]
    public void A_suspension_that_ends_before_it_begins_and_one_of_a_backward_period_are_defects()
    {
        FluentActions.Invoking(() => _calendar.DueOf(Suspended(10, LimitUnit.Days, ("2026-05-17", "2026-05-13")))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => _calendar.LatestBefore(Suspended(10, LimitUnit.Days, ("2026-05-01", "2026-05-02")))).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_period_of_no_days_ends_on_its_first_day_or_the_next_working_day()
    {
        Due(new(2026, 5, 8), 0, LimitUnit.Days).On.Should().Be(new LocalDate(2026, 5, 8));
        Due(new(2026, 5, 10), 0, LimitUnit.Days).On.Should().Be(new LocalDate(2026, 5, 11));
        Due(new(2026, 5, 10), 0, LimitUnit.WorkingDays).On.Should().Be(new LocalDate(2026, 5, 11));
    }

    [Fact]
    public void A_date_beyond_the_calendar_is_refused_and_can_be_asked_for_first()
    {
        WorkingCalendar.Covers(new(2099, 12, 31)).Should().BeTrue();
        WorkingCalendar.Covers(new(2100, 1, 1)).Should().BeFalse();
        WorkingCalendar.Covers(new(2005, 12, 31)).Should().BeFalse();
        FluentActions.Invoking(() => _calendar.IsWorkingDay(new(2005, 12, 31))).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*2006-01-01 to 2099-12-31*");
        FluentActions.Invoking(() => _calendar.Add(new(2026, 1, 1), int.MaxValue)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => _calendar.Add(new(2026, 1, 1), int.MinValue)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Due(new(2026, 1, 1), -1, LimitUnit.Days)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Due(new(2026, 1, 1), 36_500, LimitUnit.Months)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void What_the_decree_gives_the_notices_give_too()
    {
        // Checks the decree's versions, the moon and Qingming against nineteen years of notices.
        var decreeAlone = WorkingCalendar.Of([]);
        var differences = Enumerable.Range(0, Period.DaysBetween(new(2008, 1, 1), new(2026, 12, 31)) + 1).Select(new LocalDate(2008, 1, 1).PlusDays)
            .Where(day => decreeAlone.Day(day).Kind is DayKind.Holiday && _calendar.Day(day).Kind is not DayKind.Holiday);

        differences.Should().BeEmpty();
    }

    [Theory]
    [Trait("rule", "CAL-10")]
    [InlineData(2027, "02-05", "02-06", "02-07", "02-08", "06-09", "09-15", "04-05")]
    [InlineData(2028, "01-25", "01-26", "01-27", "01-28", "05-28", "10-03", "04-04")]
    [InlineData(2029, "02-12", "02-13", "02-14", "02-15", "06-16", "09-22", "04-04")]
    [InlineData(2030, "02-02", "02-03", "02-04", "02-05", "06-05", "09-12", "04-05")]
    public void Years_without_a_notice_have_the_decrees_days(int year, params string[] lunar)
    {
        var days = lunar.Concat(["01-01", "05-01", "05-02", "10-01", "10-02", "10-03"]).Distinct().Select(day => Day($"{year}-{day}"));
        var off = Enumerable.Range(0, 365).Select(new LocalDate(year, 1, 1).PlusDays).Where(day => _calendar.Day(day).Kind is DayKind.Holiday);

        off.Should().BeEquivalentTo(days);
    }

    private static Deadline Due(LocalDate start, int count, LimitUnit unit) => _calendar.DueOf(new(start, new(count, unit), _rule));

    private static StatutoryPeriod Suspended(int count, LimitUnit unit, params (string From, string To)[] suspensions) => new(new(2026, 5, 8), new(count, unit), _rule)
    {
        Suspensions = suspensions.Select(s => new PeriodSuspension(Day(s.From), Day(s.To), new("CIT-13", "national", new(2022, 5, 1)))).ToValueList(),
    };

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
