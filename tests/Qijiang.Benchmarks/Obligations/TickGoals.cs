using System.Globalization;
using Qijiang.Azurite;
using Qijiang.Benchmarks.Http;
using Qijiang.Benchmarks.Measuring;
using Qijiang.Benchmarks.Reporting;

namespace Qijiang.Benchmarks.Obligations;

/// <summary>A tick of the reminder timer costs what is due, not what is open.</summary>
internal sealed class TickGoals : IPart
{
    private const double Tolerance = 0.2;
    private readonly Table table = new("store", "open", "due", "reads", "commits", "messages", "time against the first (median)", "min–max", "result", "time");

    /// <inheritdoc/>
    public string Name => "tick";

    /// <inheritdoc/>
    public string Extent(Settings settings) => $"{settings.Rounds} ticks of each, taking turns";

    /// <inheritdoc/>
    public async Task<Table> MeasureAsync(Settings settings)
    {
        int[] sizes = settings == Settings.Full ? [10_000, 100_000, 1_000_000] : [1_000, 2_000];
        await MeasureAsync(settings, "SQLite", sizes, timed: true, []);
        // A million entities are more than the emulator's memory holds, and its time says nothing.
        await using var server = await AzuriteServer.StartAsync();
        await MeasureAsync(settings, "Azurite", [.. sizes.Take(2)], timed: false, RunningHost.InAzurite(server.ConnectionString));
        return table;
    }

    private async Task MeasureAsync(Settings settings, string store, int[] sizes, bool timed, string[] storage)
    {
        var hosts = new List<OpenObligations>();
        try
        {
            foreach (var size in sizes)
            {
                await Console.Error.WriteLineAsync($"{Name}, {store}: {size:N0} open");
                hosts.Add(await OpenObligations.OpenAsync(size, [.. storage, .. storage is [] ? Array.Empty<string>() : [$"--Storage:Azure:Prefix=t{hosts.Count}"]]));
            }

            var ticks = hosts.Select(_ => new List<(long Reads, long Commits, long Messages, TimeSpan Took)>()).ToArray();
            for (var round = 0; round < settings.Rounds; round++)
            {
                for (var turn = 0; turn < hosts.Count; turn++)
                {
                    var chosen = (round + turn) % hosts.Count;
                    ticks[chosen].Add(await hosts[chosen].TickAsync());
                }
            }

            for (var i = 0; i < sizes.Length; i++) Add(store, sizes[i], ticks[i], ticks[0], timed);
        }
        finally
        {
            foreach (var host in hosts) await host.DisposeAsync();
        }
    }

    private void Add(string store, int open, List<(long Reads, long Commits, long Messages, TimeSpan Took)> ticks, List<(long Reads, long Commits, long Messages, TimeSpan Took)> first, bool timed)
    {
        var ratio = Ratio.Of([.. ticks.Select(tick => tick.Took.TotalMilliseconds)], [.. first.Select(tick => tick.Took.TotalMilliseconds)]);
        var sameCalls = ticks.Zip(first).All(pair => Calls(pair.First) == Calls(pair.Second));   // round by round
        var inTime = !timed || Math.Abs(ratio.Median - 1) <= Tolerance;
        table.Add(
            store,
            open.ToString("N0", CultureInfo.InvariantCulture),
            OpenObligations.Due.ToString(CultureInfo.InvariantCulture),
            Span(ticks.Select(tick => tick.Reads)),
            Span(ticks.Select(tick => tick.Commits)),
            Span(ticks.Select(tick => tick.Messages)),
            timed ? Two(ratio.Median) : "–",
            timed ? $"{Two(ratio.Min)}–{Two(ratio.Max)}" : "–",
            sameCalls && inTime ? "pass" : "**missed**",
            timed ? $"{Ratio.MedianOf([.. ticks.Select(tick => tick.Took.TotalMilliseconds)]).ToString("0", CultureInfo.InvariantCulture)} ms" : "–");
    }

    private static (long, long, long) Calls((long Reads, long Commits, long Messages, TimeSpan Took) tick) => (tick.Reads, tick.Commits, tick.Messages);

    private static string Span(IEnumerable<long> counts) => counts.Distinct().Order().ToArray() switch
    {
        [var one] => one.ToString(CultureInfo.InvariantCulture),
        var many => $"{many[0]}–{many[^1]}",
    };

    private static string Two(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
