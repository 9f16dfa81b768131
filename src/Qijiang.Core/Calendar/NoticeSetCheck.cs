using System.Collections.Immutable;
using NodaTime;
using Qijiang.Core.Law;

namespace Qijiang.Core.Calendar;

/// <summary>Checks notices against one another: an amendment has its notice, a year has one, and its working days are as many as ever.</summary>
internal static class NoticeSetCheck
{
    // 20 years of notices gave 248 to 251 working days a year; a garbled copy falls outside.
    private const int Fewest = 247;
    private const int Most = 252;

    public static IEnumerable<DataFinding> Check(ImmutableArray<HolidayNotice> notices) => Check(notices, new DayTable(notices));

    public static IEnumerable<DataFinding> Check(ImmutableArray<HolidayNotice> notices, DayTable days) =>
        [.. Twice(notices), .. Amendments(notices), .. LeftOut(notices, days), .. Years(notices, days)];

    private static IEnumerable<DataFinding> Twice(ImmutableArray<HolidayNotice> notices)
    {
        foreach (var same in notices.GroupBy(notice => notice.Id).Where(same => same.Count() > 1))
            yield return new(same.Key, null, "id", "is the id of more than one notice");
        foreach (var same in notices.Where(notice => notice.Governs).GroupBy(notice => notice.Year).Where(same => same.DistinctBy(notice => notice.Id).Count() > 1))
            yield return new(same.Last().Id, null, "year", $"{same.Key} has a notice already, '{same.First().Id}'; an amendment names it in 'amends'");
    }

    private static IEnumerable<DataFinding> Amendments(ImmutableArray<HolidayNotice> notices)
    {
        foreach (var notice in notices.Where(notice => notice.Amends is not null))
        {
            var amended = notices.FirstOrDefault(other => other.Id == notice.Amends);
            if (amended is null) yield return new(notice.Id, null, "amends", $"there is no notice '{notice.Amends}'");
            else if (notice.KnownFrom < amended.KnownFrom) yield return new(notice.Id, null, "knownFrom", $"is before {amended.KnownFrom:uuuu-MM-dd}, when '{amended.Id}' became known");
        }
        foreach (var notice in notices)
            foreach (var item in notice.Items)
                foreach (var day in item.Cancels.Where(day => !notices.Any(other => other.KnownFrom <= notice.KnownFrom && other.Items.Any(i => i.MakeUp.Contains(day)))))
                    yield return new(notice.Id, item.Holiday.Chinese, "cancels", $"{day:uuuu-MM-dd} is made up by no earlier notice");
    }

    // Where a year has its notice nothing else gives its holidays: what a garbled copy leaves out would be a working day, and nobody told.
    private static IEnumerable<DataFinding> LeftOut(ImmutableArray<HolidayNotice> notices, DayTable days)
    {
        foreach (var notice in notices.Where(notice => notice.Governs))
            foreach (var (day, holiday, source) in StatutoryDays.Of(notice.Year).Where(off => days.IsWorking(off.Day)))
                yield return new(notice.Id, holiday.Chinese, "items", $"leave {day:uuuu-MM-dd} a working day, which is off by decree ({source.Law})");
    }

    // A local notice adds days of its own, so only the country's calendar is counted.
    private static IEnumerable<DataFinding> Years(ImmutableArray<HolidayNotice> notices, DayTable days)
    {
        ImmutableArray<HolidayNotice> countrys = [.. notices.Where(notice => notice.Area is null)];
        if (countrys.Length < notices.Length) days = new DayTable(countrys);
        foreach (var notice in countrys.Where(notice => notice.Governs && !days.IsProvisional(new(notice.Year, 1, 1), new(notice.Year, 12, 31))))
        {
            var count = days.Count(new LocalDate(notice.Year, 1, 1).PlusDays(-1), new(notice.Year, 12, 31));
            if (count is < Fewest or > Most) yield return new(notice.Id, null, "items", $"leave {count} working days in {notice.Year}; {Fewest} to {Most} are expected");
        }
    }
}
