using System.Globalization;
using Qijiang.Azurite;
using Qijiang.Benchmarks.Http;
using Qijiang.Benchmarks.Measuring;
using Qijiang.Benchmarks.Reporting;

namespace Qijiang.Benchmarks.Calendar;

/// <summary>What it costs to move every open deadline when a holiday notice arrives, against plainly writing the same rows.</summary>
internal sealed class MoveGoals : IPart
{
    private readonly Table table = new("store", "deadlines moved", "reads of each", "commits of each", "commits of the rewrite, of each", "time against the rewrite (median)", "min–max", "time: moving / rewriting");

    /// <inheritdoc/>
    public string Name => "moves";

    /// <inheritdoc/>
    public string Extent(Settings settings) => $"{settings.Rounds} notices that come and go";

    /// <inheritdoc/>
    public async Task<Table> MeasureAsync(Settings settings)
    {
        var open = settings == Settings.Full ? 2_000 : 20;
        await MeasureAsync(settings, "SQLite", open, timed: true, []);
        await using var server = await AzuriteServer.StartAsync();
        // Its time says nothing: the emulator scans.
        await MeasureAsync(settings, "Azurite", open / 10, timed: false, RunningHost.InAzurite(server.ConnectionString));
        return table;
    }

    private async Task MeasureAsync(Settings settings, string store, int open, bool timed, string[] storage)
    {
        await using var deadlines = await OpenDeadlines.OpenAsync(open, storage);
        var rounds = new List<(OpenDeadlines.Cost Moving, OpenDeadlines.Cost Rewriting)>();
        for (var round = 0; round < settings.Rounds; round++)
        {
            await Console.Error.WriteLineAsync($"{Name}, {store}: round {round + 1} of {settings.Rounds}");
            rounds.Add(await deadlines.RoundAsync());
        }

        var moves = 2 * open * settings.Rounds;
        if (await deadlines.MovedAsync(moves + 1) is var moved && moved != moves) throw new InvalidOperationException($"{moved} last days moved instead of {moves}.");

        var (moving, rewriting) = (rounds.Select(r => r.Moving.Took.TotalMilliseconds).ToArray(), rounds.Select(r => r.Rewriting.Took.TotalMilliseconds).ToArray());
        var ratio = Ratio.Of(moving, rewriting);
        table.Add(
            store,
            open.ToString("N0", CultureInfo.InvariantCulture),
            Each(rounds.Select(r => r.Moving.Reads)),
            Each(rounds.Select(r => r.Moving.Commits)),
            Each(rounds.Select(r => r.Rewriting.Commits)),
            timed ? Two(ratio.Median) : "–",
            timed ? $"{Two(ratio.Min)}–{Two(ratio.Max)}" : "–",
            timed ? $"{Whole(moving)} ms / {Whole(rewriting)} ms" : "–");

        string Each(IEnumerable<long> calls) => Two(Ratio.MedianOf([.. calls.Select(count => (double)count / open)]));
    }

    private static string Two(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Whole(double[] times) => Ratio.MedianOf(times).ToString("0", CultureInfo.InvariantCulture);
}
