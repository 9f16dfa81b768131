using System.Globalization;
using System.Text.Json;
using NodaTime;
using Qijiang.Core.Law;

namespace Qijiang.Core.Calendar;

/// <summary>Reads one holiday notice's file and notes everything that is wrong in it. Garbled copies of notices circulate.</summary>
internal sealed class HolidayNoticeReader(string file, List<DataFinding> findings) : DataFileReader(file, findings)
{
    private static readonly string[] _fields =
        ["id", "year", "amends", "area", "title", "number", "issuedOn", "knownFrom", "status", "readIn", "note", "items"];
    private static readonly string[] _itemFields = ["holiday", "off", "makeUp", "cancels", "words"];

    public HolidayNotice? Read(string json) => Read(json, ReadNotice, null);

    private HolidayNotice? ReadNotice(JsonElement notice)
    {
        if (!IsObject(notice, null)) return null;
        NameUnknown(notice, _fields);
        var (id, year, title, knownFrom) = (Text(notice, "id"), Number(notice, "year", "year"), Text(notice, "title"), Date(notice, "knownFrom"));
        var issuedOn = notice.TryGetProperty("issuedOn", out _) ? Date(notice, "issuedOn") : null;
        var status = Choice<NoticeStatus>(notice, "status", "status");
        if (year is { } y && (y <= DayTable.First.Year || DayTable.Last.Year < y)) Note("year", $"is beyond the calendar, which reaches from {Said(DayTable.First)} to {Said(DayTable.Last)}");
        if (knownFrom < issuedOn) Note("knownFrom", "is before the notice was issued");
        if (!notice.TryGetProperty("items", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            Note("items", "a list of holidays is expected");
            return null;
        }
        var items = list.EnumerateArray().Select((item, index) => ReadItem(item, index, year)).OfType<HolidayItem>().ToValueList();
        Entry = null;
        CheckDays(items);
        return id is null || year is null || title is null || knownFrom is null || status is null
            ? null
            : new(id, year.Value, Optional(notice, "amends"), Optional(notice, "area"), title, Optional(notice, "number"), issuedOn, knownFrom.Value,
                status.Value, Optional(notice, "readIn"), Optional(notice, "note"), items);
    }

    private HolidayItem? ReadItem(JsonElement item, int index, int? year)
    {
        Entry = $"items[{index}]";
        if (!IsObject(item, null)) return null;
        var holiday = item.TryGetProperty("holiday", out var names) ? Both(names, "holiday") : Missing<Bilingual>("holiday");
        Entry += $" {holiday?.Chinese}".TrimEnd();
        NameUnknown(item, _itemFields);
        var off = item.TryGetProperty("off", out var range) ? Off(range, year) : null;
        if (!item.TryGetProperty("off", out _)) Note("off", "is missing");
        var makeUp = Dates(item, "makeUp");
        foreach (var day in makeUp.Where(day => !IsInYear(day, year))) Note("makeUp", $"{Said(day)} is not in {year}, the year of the notice, nor in the week before it");
        foreach (var day in makeUp.Where(day => day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)))
            Note("makeUp", $"{Said(day)} is a {day.DayOfWeek}; work is made up on a Saturday or Sunday");
        var words = Text(item, "words");
        return holiday is null || off is null || words is null ? null : new(holiday, off.Value.From, off.Value.To, makeUp, Dates(item, "cancels"), words);
    }

    private (LocalDate From, LocalDate To)? Off(JsonElement off, int? year)
    {
        if (!IsObject(off, "off")) return null;
        NameUnknown(off, ["from", "to", "days"], "off.");
        var (from, to, days) = (Date(off, "from", "off.from"), Date(off, "to", "off.to"), Number(off, "days", "off.days"));
        if (from is null || to is null || days is null) return null;
        var length = Period.DaysBetween(from.Value, to.Value) + 1;
        if (length != days) Note("off.days", $"says {days}, but from {Said(from.Value)} to {Said(to.Value)} it is {length}");
        if (!IsInYear(from.Value, year) || to.Value.Year != year) Note("off", $"is not in {year}, the year of the notice");
        return (from.Value, to.Value);
    }

    // A notice may begin in the last days of the year before.
    private static bool IsInYear(LocalDate date, int? year) => date.Year == year || date.PlusDays(7).Year == year;

    private void CheckDays(ValueList<HolidayItem> items)
    {
        var off = items.SelectMany(item => Days(item).Select(day => (day, item.Holiday))).ToLookup(pair => pair.day, pair => pair.Holiday.Chinese);
        foreach (var twice in off.Where(day => day.Count() > 1)) Note("off", $"{Said(twice.Key)} is off for {string.Join(" and ", twice)}");
        foreach (var day in items.SelectMany(item => item.MakeUp).Where(off.Contains)) Note("makeUp", $"{Said(day)} is both off and made up");
        foreach (var twice in items.SelectMany(item => item.MakeUp).GroupBy(day => day).Where(day => day.Count() > 1)) Note("makeUp", $"{Said(twice.Key)} is made up twice");
    }

    private static IEnumerable<LocalDate> Days(HolidayItem item)
    {
        for (var day = item.From; day <= item.To; day = day.PlusDays(1)) yield return day;
    }

    private static string Said(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
