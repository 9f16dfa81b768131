using System.Diagnostics;

namespace Qijiang.Benchmarks.Measuring;

/// <summary>
/// Measures several ways of doing a thing against each other: callers in a closed loop (each asks again when it was
/// answered), the ways taking turns round by round, another one first each time, so that what disturbs the machine
/// disturbs them all.
/// </summary>
internal sealed class AlternatingRounds(Settings settings)
{
    /// <summary>Runs all rounds.</summary>
    /// <param name="what">What is measured, for whoever watches.</param>
    /// <param name="callers">How many callers at once.</param>
    /// <param name="subjects">The ways; each is opened anew for each of its rounds.</param>
    /// <returns>For each way the rates of its rounds, in calls a second.</returns>
    public async Task<double[][]> RunAsync(string what, int callers, params Func<Task<Subject>>[] subjects)
    {
        var rates = subjects.Select(_ => new double[settings.Rounds]).ToArray();
        for (var round = 0; round < settings.Rounds; round++)
        {
            await Console.Error.WriteLineAsync($"{what}, c{callers}: round {round + 1} of {settings.Rounds}");
            for (var turn = 0; turn < subjects.Length; turn++)
            {
                var chosen = (round + turn) % subjects.Length;
                rates[chosen][round] = await RateAsync(subjects[chosen], callers);
            }
        }

        return rates;
    }

    private async Task<double> RateAsync(Func<Task<Subject>> open, int callers)
    {
        await using var subject = await open();
        var done = new int[callers];
        await LoopAsync(subject, done, settings.WarmUp);
        var before = done.Sum();
        GC.Collect();
        var took = await LoopAsync(subject, done, settings.Round);
        await subject.SettleAsync();
        return (done.Sum() - before) / took.TotalSeconds;
    }

    private static async Task<TimeSpan> LoopAsync(Subject subject, int[] done, TimeSpan duration)
    {
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, done.Length).Select(caller => Task.Run(async () =>
        {
            while (clock.Elapsed < duration)
                await subject.DoAsync(caller, done[caller]++);
        })));
        return clock.Elapsed;
    }
}
