using System.Globalization;
using Qijiang.Benchmarks.Measuring;
using Qijiang.Benchmarks.Reporting;
using Qijiang.Core.Calendar;

namespace Qijiang.Benchmarks.Calendar;

/// <summary>What it costs to add working days, against adding days.</summary>
internal sealed class CalendarGoals : IPart
{
    /// <inheritdoc/>
    public string Name => "calendar";

    /// <inheritdoc/>
    public async Task<Table> MeasureAsync(Settings settings)
    {
        var calendar = WorkingCalendar.Official;
        var rates = await new AlternatingRounds(settings).RunAsync(
            Name,
            1,
            () => Task.FromResult<Subject>(new Additions(static (day, count) => day.PlusDays(count))),
            () => Task.FromResult<Subject>(new Additions(calendar.Add)));
        var table = new RatioTable();
        table.Add($"{Additions.Count:N0} times WorkingCalendar.Add, against LocalDate.PlusDays of the same numbers; {Allocated(calendar)} bytes allocated", 1.0 / 3, rates[1], rates[0]);
        return table.Table;
    }

    private static string Allocated(WorkingCalendar calendar)
    {
        var additions = new Additions(calendar.Add);
        additions.DoAsync(0, 0);
        var before = GC.GetAllocatedBytesForCurrentThread();
        additions.DoAsync(0, 1);
        return (GC.GetAllocatedBytesForCurrentThread() - before).ToString(CultureInfo.InvariantCulture);
    }
}
