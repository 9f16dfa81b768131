using NodaTime;
using Qijiang.Benchmarks.Measuring;

namespace Qijiang.Benchmarks.Calendar;

/// <summary>Ten thousand additions a call, from days all over the years that notices cover.</summary>
/// <param name="add">Adds so many days to a day.</param>
/// <param name="least">The shortest distance, in the days that are added.</param>
/// <param name="most">The longest.</param>
internal sealed class Additions(Func<LocalDate, int, LocalDate> add, int least, int most) : Subject
{
    /// <summary>How many additions a call is.</summary>
    public const int Count = 10_000;

    private static readonly LocalDate _first = new(2007, 1, 1);
    private static readonly LocalDate[] _days = [.. Enumerable.Range(0, Count).Select(i => _first.PlusDays(i * 7_001 % 7_200))];
    private readonly int[] _distances = [.. Enumerable.Range(0, Count).Select(i => least + (i * 3_571 % (most - least + 1)))];

    /// <inheritdoc/>
    public override Task DoAsync(int caller, int n)
    {
        var sum = 0;
        for (var i = 0; i < Count; i++) sum += add(_days[i], _distances[i]).Day;
        return sum > 0 ? Task.CompletedTask : throw new InvalidOperationException("Every day has a number.");
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
