using NodaTime;
using Qijiang.Benchmarks.Measuring;

namespace Qijiang.Benchmarks.Calendar;

/// <summary>Ten thousand additions a call, from days all over the years that notices cover, of up to 90 days.</summary>
/// <param name="add">Adds so many days to a day.</param>
internal sealed class Additions(Func<LocalDate, int, LocalDate> add) : Subject
{
    /// <summary>How many additions a call is.</summary>
    public const int Count = 10_000;

    private static readonly LocalDate _first = new(2007, 1, 1);
    private static readonly LocalDate[] _days = [.. Enumerable.Range(0, Count).Select(i => _first.PlusDays(i * 7_001 % 7_200))];

    /// <inheritdoc/>
    public override Task DoAsync(int caller, int n)
    {
        var sum = 0;
        for (var i = 0; i < Count; i++) sum += add(_days[i], 1 + (i % 90)).Day;
        return sum > 0 ? Task.CompletedTask : throw new InvalidOperationException("Every day has a number.");
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
