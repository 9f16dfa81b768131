using FluentAssertions;
using NodaTime;
using Qijiang.Core.Calendar;
using Xunit;

namespace Qijiang.Core.Tests.Calendar;

public sealed class HolidayNoticeTests
{
    private const string Valid = """
        { "id": "2027", "year": 2027, "title": "通知", "number": "国办发明电〔2026〕0号", "issuedOn": "2026-11-10", "knownFrom": "2026-11-10", "status": "Read",
          "items": [
            { "holiday": { "zh": "元旦", "en": "New Year" }, "off": { "from": "2027-01-01", "to": "2027-01-03", "days": 3 }, "makeUp": [], "words": "1月1日至3日放假,共3天" },
            { "holiday": { "zh": "春节", "en": "Spring Festival" }, "off": { "from": "2027-02-05", "to": "2027-02-11", "days": 7 }, "makeUp": ["2027-01-31"], "words": "放假调休,共7天" } ] }
        """;

    // A whole invented year: every holiday of the decree is in it.
    private static readonly string _whole = Valid.Replace("共7天\" } ] }", """
        共7天" },
            { "holiday": { "zh": "清明节", "en": "Qingming" }, "off": { "from": "2027-04-03", "to": "2027-04-05", "days": 3 }, "words": "放假3天" },
            { "holiday": { "zh": "劳动节", "en": "Labour Day" }, "off": { "from": "2027-05-01", "to": "2027-05-05", "days": 5 }, "makeUp": ["2027-05-08"], "words": "放假调休,共5天" },
            { "holiday": { "zh": "端午节", "en": "Dragon Boat Festival" }, "off": { "from": "2027-06-09", "to": "2027-06-09", "days": 1 }, "words": "放假1天" },
            { "holiday": { "zh": "中秋节", "en": "Mid-Autumn Festival" }, "off": { "from": "2027-09-15", "to": "2027-09-15", "days": 1 }, "words": "放假1天" },
            { "holiday": { "zh": "国庆节", "en": "National Day" }, "off": { "from": "2027-10-01", "to": "2027-10-07", "days": 7 }, "makeUp": ["2027-09-26", "2027-10-09"], "words": "放假调休,共7天" } ] }
        """.TrimStart(), StringComparison.Ordinal);

    [Theory]
    [InlineData(2007, 249)]
    [InlineData(2008, 251)]
    [InlineData(2009, 250)]
    [InlineData(2010, 250)]
    [InlineData(2011, 250)]
    [InlineData(2012, 249)]
    [InlineData(2013, 250)]
    [InlineData(2014, 250)]
    [InlineData(2015, 249)]
    [InlineData(2016, 250)]
    [InlineData(2017, 249)]
    [InlineData(2018, 250)]
    [InlineData(2019, 250)]
    [InlineData(2020, 249)]
    [InlineData(2021, 250)]
    [InlineData(2022, 249)]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void A_year_has_its_working_days(int year, int days) =>
        WorkingCalendar.Official.WorkingDaysBetween(new(year - 1, 12, 31), new(year, 12, 31)).Should().Be(days);

    [Fact]
    public void Every_year_has_its_notice_and_three_were_amended()
    {
        HolidayNotices.Embedded.Where(notice => notice.Governs).Select(notice => notice.Year).Should().Equal(Enumerable.Range(2007, 20));
        HolidayNotices.Embedded.Where(notice => !notice.Governs).Select(notice => (notice.Amends, notice.Number, notice.IssuedOn)).Should().Equal(
            ("2015", "国发明电〔2015〕1号", new LocalDate(2015, 5, 13)),
            ("2019", "国办发明电〔2019〕3号", new LocalDate(2019, 3, 22)),
            ("2020", "国办发明电〔2020〕1号", new LocalDate(2020, 1, 26)));
    }

    [Fact]
    public void What_was_not_read_stays_absent()
    {
        HolidayNotices.Embedded.Where(notice => notice.Number is null).Select(notice => notice.Id).Should().Equal("2008");
        HolidayNotices.Embedded.Where(notice => notice.IssuedOn is null).Select(notice => notice.Id).Should().Equal("2008", "2009");
        HolidayNotices.Embedded.Single(notice => notice.Id == "2008").Cited.Should().Be("《国务院办公厅关于2008年部分节假日安排的通知》");
    }

    [Fact]
    public void A_notice_is_read_whole() => HolidayNotices.Read("2027.json", Valid).Should().Be(new HolidayNotice(
        "2027", 2027, null, null, "通知", "国办发明电〔2026〕0号", new(2026, 11, 10), new(2026, 11, 10), NoticeStatus.Read, null, null,
        [
            new(new("元旦", "New Year"), new(2027, 1, 1), new(2027, 1, 3), [], [], "1月1日至3日放假,共3天"),
            new(new("春节", "Spring Festival"), new(2027, 2, 5), new(2027, 2, 11), [new(2027, 1, 31)], [], "放假调休,共7天"),
        ]));

    [Theory]
    [InlineData("\"days\": 3", "\"days\": 4", "2027.json: items[0] 元旦: off.days: says 4, but from 2027-01-01 to 2027-01-03 it is 3")]
    [InlineData("2027-01-31", "2027-02-01", "2027.json: items[1] 春节: makeUp: 2027-02-01 is a Monday; work is made up on a Saturday or Sunday")]
    [InlineData("2027-01-31", "2027-02-07", "2027.json: makeUp: 2027-02-07 is both off and made up")]
    [InlineData("\"2027-02-05\", \"to\": \"2027-02-11\"", "\"2027-01-03\", \"to\": \"2027-01-09\"", "2027.json: off: 2027-01-03 is off for 元旦 and 春节")]
    [InlineData("\"year\": 2027", "\"year\": 2026", "2027.json: items[0] 元旦: off: is not in 2026, the year of the notice")]
    [InlineData("2027-01-31", "2029-01-28", "2027.json: items[1] 春节: makeUp: 2029-01-28 is not in 2027, the year of the notice, nor in the week before it")]
    [InlineData("\"year\": 2027", "\"year\": 2127", "2027.json: year: is beyond the calendar, which reaches from 2006-01-01 to 2099-12-31")]
    [InlineData("\"zh\": \"春节\", ", "", "2027.json: items[1]: holiday.zh: is missing")]
    [InlineData("\"words\": \"放假调休,共7天\"", "\"word\": \"\"", "2027.json: items[1] 春节: words: is missing")]
    [InlineData("\"words\": \"放假调休,共7天\"", "\"word\": \"\"", "2027.json: items[1] 春节: word: is no field that is known here")]
    [InlineData("\"2027-01-31\"", "\"31 January\"", "2027.json: items[1] 春节: makeUp: '31 January' is no date such as 2018-01-01")]
    [InlineData("\"Read\"", "\"Guessed\"", "2027.json: status: 'Guessed' is none of Read, NewsRendering")]
    [InlineData("\"knownFrom\": \"2026-11-10\"", "\"knownFrom\": \"2026-11-09\"", "2027.json: knownFrom: is before the notice was issued")]
    [InlineData("\"id\"", "\"id\": \"x\", \"id\"", "2027.json: is not JSON that can be read: *")]
    public void A_faulty_notice_is_refused_and_the_fault_named(string right, string wrong, string finding) =>
        FluentActions.Invoking(() => HolidayNotices.Read("2027.json", Valid.Replace(right, wrong, StringComparison.Ordinal)))
            .Should().Throw<HolidayNoticeException>().Which.Findings.Select(f => f.ToString()).Should().ContainMatch(finding);

    [Fact]
    public void Notices_that_do_not_fit_together_are_refused()
    {
        var official = WorkingCalendar.Official;
        Faults(() => official.With(HolidayNotices.Read("x", _whole.Replace("\"id\": \"2027\"", "\"id\": \"2026\"", StringComparison.Ordinal)))).Should().Equal("2026: id: is the id of more than one notice");
        Faults(() => official.With(HolidayNotices.Read("x", _whole)).With(HolidayNotices.Read("x", _whole.Replace("\"id\": \"2027\"", "\"id\": \"copy\"", StringComparison.Ordinal))))
            .Should().Equal("copy: year: 2027 has a notice already, '2027'; an amendment names it in 'amends'");
        Faults(() => official.With(HolidayNotices.Read("x", _whole.Replace("\"year\": 2027", "\"year\": 2027, \"amends\": \"2031\"", StringComparison.Ordinal))))
            .Should().Equal("2027: amends: there is no notice '2031'");
        Faults(() => official.With(HolidayNotices.Read("x", _whole.Replace("\"makeUp\": []", "\"makeUp\": [], \"cancels\": [\"2027-01-10\"]", StringComparison.Ordinal))))
            .Should().Equal("2027: 元旦: cancels: 2027-01-10 is made up by no earlier notice");
    }

    [Fact]
    public void A_notice_that_leaves_out_a_holiday_of_the_decree_is_refused_for_nothing_else_would_give_it() =>
        Faults(() => WorkingCalendar.Official.With(HolidayNotices.Read("x", Valid))).Should().Contain("2027: 中秋节: items: leave 2027-09-15 a working day, which is off by decree (全国年节及纪念日放假办法（2024年修订）)")
            .And.HaveCount(4, "Qingming, Dragon Boat, Mid-Autumn and National Day are on weekdays and missing");

    [Fact]
    public void A_complete_year_with_too_many_working_days_is_refused() =>
        // A garbled copy for 2025 that lost most of its holidays: 261 weekdays, 8 of them off, 1 Sunday worked.
        Faults(() => WorkingCalendar.Of([.. HolidayNotices.Embedded.Where(notice => notice.Id is "2026"), HolidayNotices.Read("x", Valid.Replace("2027", "2025", StringComparison.Ordinal)
            .Replace("2025-01-31", "2025-02-02", StringComparison.Ordinal).Replace("2026-11-10", "2024-11-10", StringComparison.Ordinal))]))
            .Should().Contain("2025: items: leave 254 working days in 2025; 247 to 252 are expected");

    private static IEnumerable<string> Faults(Action act) => act.Should().Throw<HolidayNoticeException>().Which.Findings.Select(finding => finding.ToString());
}
