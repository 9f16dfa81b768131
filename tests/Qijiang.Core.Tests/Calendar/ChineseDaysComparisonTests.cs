using FluentAssertions;
using NodaTime;
using NodaTime.Text;
using Qijiang.Core.Calendar;
using Xunit;

namespace Qijiang.Core.Tests.Calendar;

/// <summary>Compares with an independent data set, every day of twenty years; see the head of the data file.</summary>
public sealed class ChineseDaysComparisonTests
{
    private static readonly string[][] _lines = [.. Read()];

    // Each day on which the two differ, with the words of the notice that decide. There is none in chinese-days 1.5.7.
    private static readonly Dictionary<LocalDate, string> _explained = [];

    [Fact]
    public void Every_day_of_2007_to_2026_is_the_same_as_in_an_independent_data_set_but_for_those_explained()
    {
        var days = Days(new(2007, 1, 1), new(2026, 12, 31)).ToList();
        var special = _lines.Where(line => line[0] != "moon").ToDictionary(line => Day(line[0]), line => line[1] == "work");
        var differences = days
            .Where(day => WorkingCalendar.Official.IsWorkingDay(day) != special.GetValueOrDefault(day, day.DayOfWeek < IsoDayOfWeek.Saturday));

        days.Should().HaveCount(7_305);
        special.Should().HaveCount(488).And.OnlyContain(day => days.Contains(day.Key));
        differences.Should().BeEquivalentTo(_explained.Keys);
    }

    [Fact]
    public void Lunar_days_and_Qingming_of_2008_to_2099_are_those_of_an_independent_computation()
    {
        var decreeAlone = WorkingCalendar.Of([]);
        var differences =
            from line in _lines.Where(line => line[0] == "moon")
            from day in new[] { ("春节", line[2]), ("端午节", line[3]), ("中秋节", line[4]), ("清明节", line[5]) }
            let found = decreeAlone.Day(Day(day.Item2)).Holiday?.Chinese
            where found != day.Item1
            select (day.Item2, day.Item1, found);

        _lines.Count(line => line[0] == "moon").Should().Be(92);
        differences.Should().BeEmpty();
    }

    private static IEnumerable<string[]> Read()
    {
        using var reader = new StreamReader(typeof(ChineseDaysComparisonTests).Assembly.GetManifestResourceStream(
            $"{typeof(ChineseDaysComparisonTests).Namespace}.data.chinese-days-1.5.7.txt")!);
        while (reader.ReadLine() is { } line)
            if (!line.StartsWith('#')) yield return line.Split(' ');
    }

    private static IEnumerable<LocalDate> Days(LocalDate from, LocalDate to)
    {
        for (var day = from; day <= to; day = day.PlusDays(1)) yield return day;
    }

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
