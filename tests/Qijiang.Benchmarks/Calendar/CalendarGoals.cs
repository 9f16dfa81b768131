using System.Globalization;
using NodaTime;
using Qijiang.Benchmarks.Measuring;
using Qijiang.Benchmarks.Reporting;
using Qijiang.Core.Calendar;

namespace Qijiang.Benchmarks.Calendar;

/// <summary>What it costs to add working days: against adding days, and over years against weeks.</summary>
internal sealed class CalendarGoals : IPart
{
    // Of a day and of a quarter; and of up to 19 years, which from any day that is added to end before 2099.
    private static readonly (int Least, int Most) _short = (1, 90), _long = (1, 5_000);

    /// <inheritdoc/>
    public string Name => "calendar";

    /// <inheritdoc/>
    public async Task<Table> MeasureAsync(Settings settings)
    {
        var calendar = WorkingCalendar.Official;
        var rates = await new AlternatingRounds(settings).RunAsync(
            Name,
            1,
            Of(static (day, count) => day.PlusDays(count), _short),
            Of(calendar.Add, _short),
            Of(calendar.Add, _long));
        var table = new RatioTable();
        table.Add($"{Additions.Count:N0} times WorkingCalendar.Add of {Said(_short)}, against LocalDate.PlusDays of the same numbers", 1.0 / 3, rates[1], rates[0]);
        table.Add($"the same of {Said(_long)}, against {Said(_short)}", 0.8, rates[2], rates[1]);
        var allocated = Allocated(calendar);
        table.Table.Add($"{Additions.Count:N0} times WorkingCalendar.Add of {Said(_long)}, allocated", "0 bytes", $"{allocated.ToString("N0", CultureInfo.InvariantCulture)} bytes", "–", allocated == 0 ? "pass" : "**missed**", "–");
        return table.Table;
    }

    private static Func<Task<Subject>> Of(Func<LocalDate, int, LocalDate> add, (int Least, int Most) days) => () => Task.FromResult<Subject>(new Additions(add, days.Least, days.Most));

    private static string Said((int Least, int Most) days) => string.Create(CultureInfo.InvariantCulture, $"{days.Least:N0} to {days.Most:N0} days");

    private static long Allocated(WorkingCalendar calendar)
    {
        var additions = new Additions(calendar.Add, _long.Least, _long.Most);
        additions.DoAsync(0, 0);
        var before = GC.GetAllocatedBytesForCurrentThread();
        additions.DoAsync(0, 1);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
