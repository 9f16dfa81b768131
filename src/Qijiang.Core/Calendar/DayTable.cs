using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;
using Qijiang.Core.Law;

namespace Qijiang.Core.Calendar;

/// <summary>
/// Every day of the calendar, with the working days before it summed up: a question over any distance is three look-ups (the month's
/// first day, the working days before, the day that is the n-th), and no date is computed. Later notices replace what earlier ones said about a day, and a local one goes before all of the country's.
/// </summary>
internal sealed class DayTable
{
    public static readonly LocalDate First = new(2006, 1, 1);
    public static readonly LocalDate Last = new(2099, 12, 31);
    private static readonly int _length = Period.DaysBetween(First, Last) + 1;

    /// <summary>
    /// The next year's notice can reach back into the last days of the year; none reached further back than 29 December (2007,
    /// 2018). A week is taken.
    /// </summary>
    private static readonly AnnualDate _nextNoticeReach = new(12, 25);

    private static readonly int[] _months = [.. Enumerable.Range(0, 12 * (Last.Year - First.Year + 1)).Select(month => Period.DaysBetween(First, First.PlusMonths(month)))];

    private readonly int[] _before = new int[_length + 1];                // working days before this day
    private readonly LocalDate[] _working;                                // the day that is the n-th working day
    private readonly FrozenDictionary<int, Mark> _marks;
    private readonly ImmutableArray<(int From, int To)> _ungoverned;

    public DayTable(ImmutableArray<HolidayNotice> notices)
    {
        var governed = notices.Where(notice => notice.Governs).Select(notice => notice.Year).ToHashSet();
        _ungoverned = Ungoverned(governed);
        _marks = Marks(notices, governed);
        var working = new List<LocalDate>(_length);
        var date = First;
        for (var day = 0; day < _length; day++, date = date.PlusDays(1))
        {
            _before[day] = working.Count;
            if (_marks.TryGetValue(day, out var mark) ? mark.Kind is DayKind.MakeUpWorkday : date.DayOfWeek < IsoDayOfWeek.Saturday) working.Add(date);
        }
        _before[_length] = working.Count;
        _working = [.. working];
    }

    public static bool Covers(LocalDate date) => First <= date && date <= Last;

    public bool IsWorking(LocalDate date) => Index(date) is var day && _before[day + 1] > _before[day];

    public bool IsProvisional(LocalDate from, LocalDate to)
    {
        var (start, end) = (Index(from), Index(to));
        foreach (var gap in _ungoverned)
            if (start <= gap.To && gap.From <= end) return true;
        return false;
    }

    public CalendarDay Day(LocalDate date)
    {
        var provisional = IsProvisional(date, date);
        return _marks.TryGetValue(Index(date), out var mark)
            ? new(date, mark.Kind, mark.Holiday, mark.Notice, mark.Decree, provisional)
            : new(date, date.DayOfWeek >= IsoDayOfWeek.Saturday ? DayKind.Weekend : DayKind.Workday, null, null, null, provisional);
    }

    /// <summary>How many working days lie after one day, up to and with another that is not earlier.</summary>
    public int Count(LocalDate after, LocalDate through) => _before[Index(through) + 1] - _before[Index(after) + 1];

    /// <summary>The n-th working day after a day; for a negative number, before it.</summary>
    public LocalDate Add(LocalDate date, int workingDays) => workingDays switch
    {
        0 => date,
        > 0 => Working((long)_before[Index(date) + 1] + workingDays - 1),
        _ => Working((long)_before[Index(date)] + workingDays),
    };

    public LocalDate OnOrAfter(LocalDate date) => Working(_before[Index(date)]);

    public LocalDate OnOrBefore(LocalDate date) => Working(_before[Index(date) + 1] - 1);

    private LocalDate Working(long ordinal) => 0 <= ordinal && ordinal < _working.Length ? _working[ordinal] : throw Beyond(null);

    private static int Index(LocalDate date)
    {
        var month = (12 * (date.Year - First.Year)) + date.Month - 1;
        return month >= 0 && month < _months.Length && date.Calendar == CalendarSystem.Iso ? _months[month] + date.Day - 1 : throw Beyond(date);
    }

    private static ArgumentOutOfRangeException Beyond(LocalDate? date) =>
        new(nameof(date), date, $"The calendar reaches from {First:uuuu-MM-dd} to {Last:uuuu-MM-dd}.");

    private static ImmutableArray<(int From, int To)> Ungoverned(HashSet<int> governed)
    {
        var gaps = ImmutableArray.CreateBuilder<(int, int)>();
        for (var year = First.Year; year <= Last.Year; year++)
        {
            if (governed.Contains(year) && governed.Contains(year + 1)) continue;
            var from = governed.Contains(year) ? _nextNoticeReach.InYear(year) : new(year, 1, 1);
            gaps.Add((Index(from), Index(new(year, 12, 31))));
        }
        return gaps.ToImmutable();
    }

    private static FrozenDictionary<int, Mark> Marks(ImmutableArray<HolidayNotice> notices, HashSet<int> governed)
    {
        var marks = new Dictionary<int, Mark>();
        for (var year = First.Year; year <= Last.Year; year++)
        {
            if (governed.Contains(year)) continue;
            foreach (var (day, holiday, source) in StatutoryDays.Of(year)) marks.TryAdd(Index(day), new(DayKind.Holiday, holiday, null, source));
        }
        foreach (var notice in notices.OrderBy(notice => notice.Area is not null).ThenBy(notice => notice.KnownFrom))
        {
            foreach (var item in notice.Items)
            {
                foreach (var day in item.Cancels) marks.Remove(Index(day));
                for (var day = item.From; day <= item.To; day = day.PlusDays(1)) marks[Index(day)] = new(DayKind.Holiday, item.Holiday, notice, null);
                foreach (var day in item.MakeUp) marks[Index(day)] = new(DayKind.MakeUpWorkday, item.Holiday, notice, null);
            }
        }
        return marks.ToFrozenDictionary();
    }

    private sealed record Mark(DayKind Kind, Bilingual Holiday, HolidayNotice? Notice, Citation? Decree);
}
