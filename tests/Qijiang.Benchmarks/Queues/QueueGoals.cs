using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Qijiang.Backend.Messaging;
using Qijiang.Benchmarks.Measuring;
using Qijiang.Benchmarks.Reporting;
using Qijiang.Sqlite;

namespace Qijiang.Benchmarks.Queues;

/// <summary>How long a message takes from the sender's call to the handler, on SQLite with the pump of the real host, in a process that does nothing else.</summary>
internal sealed class QueueGoals : IPart
{
    private const int WarmUp = 20;
    private static readonly TimeSpan _between = TimeSpan.FromMilliseconds(20);

    /// <inheritdoc/>
    public string Name => "queue";

    /// <inheritdoc/>
    public string Extent(Settings settings) => $"{settings.Samples} messages, one every {_between.TotalMilliseconds} ms";

    /// <inheritdoc/>
    public async Task<Table> MeasureAsync(Settings settings)
    {
        var times = await TimesAsync(settings.Samples);
        var table = new Table("what", "goal", "measured", "result");
        Add(table, "send to handler, p50", 1, At(times, 0.50));
        Add(table, "the same, p99", 15, At(times, 0.99));
        return table;
    }

    private static async Task<double[]> TimesAsync(int samples)
    {
        using var folder = new ScratchFolder();
        await using var database = new SqliteDatabase(folder.File("rows.db"));
        var (rows, queue, consumer) = (new SqliteRowStore(database), new SqliteMessageQueue(database), new StampingConsumer());
        var delivery = new Delivery(rows, queue, [consumer], TimeProvider.System, NullLogger<Delivery>.Instance);
        using var pump = new QueuePump(queue, delivery, TimeProvider.System, NullLogger<QueuePump>.Instance);
        await pump.StartAsync(CancellationToken.None);
        var times = new double[samples];
        for (var i = -WarmUp; i < samples; i++)
        {
            await Task.Delay(_between);
            var sent = Stopwatch.GetTimestamp();
            await queue.SendAsync(new Message(consumer.Queue, $"m{i}", "綦江"u8.ToArray()), CancellationToken.None);
            var took = Stopwatch.GetElapsedTime(sent, await consumer.NextAsync());
            if (i >= 0)
                times[i] = took.TotalMilliseconds;
        }

        await pump.StopAsync(CancellationToken.None);
        Array.Sort(times);
        return times;
    }

    private static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];

    private static void Add(Table table, string what, double most, double measured) => table.Add(
        what,
        string.Create(CultureInfo.InvariantCulture, $"≤ {most} ms"),
        string.Create(CultureInfo.InvariantCulture, $"{measured:0.00} ms"),
        measured <= most ? "pass" : "**missed**");
}
