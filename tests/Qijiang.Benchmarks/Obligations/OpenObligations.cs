using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Qijiang.Backend.Obligations;
using Qijiang.Backend.ReadModels;
using Qijiang.Backend.Storage;
using Qijiang.Benchmarks.Http;
using Qijiang.Standalone.Demo.Running;

namespace Qijiang.Benchmarks.Obligations;

/// <summary>A host in which a hundred written notices fall due together, every Wednesday anew, among many obligations that are not due for years.</summary>
internal sealed class OpenObligations : IAsyncDisposable
{
    /// <summary>How many are found by a tick.</summary>
    public const int Due = 100;

    private const int RowsACommit = 100;
    private const int Writers = 16;
    private static readonly LocalDate _begins = new(2026, 5, 11);   // the Wednesdays from a month later on are office days of a year whose notice is known
    private readonly MovableClock clock;
    private readonly RunningHost host;
    private LocalDate today;

    private OpenObligations(MovableClock clock, RunningHost host, LocalDate today) => (this.clock, this.host, this.today) = (clock, host, today);

    /// <summary>Sets it up.</summary>
    /// <param name="open">How many are open.</param>
    /// <param name="storage">The settings of the store.</param>
    public static async Task<OpenObligations> OpenAsync(int open, params string[] storage)
    {
        var clock = new MovableClock(_begins, TimeProvider.System);
        var host = await RunningHost.StartAsync(pump: false, clock, storage);
        for (var i = 0; i < Due; i++)
        {
            var citizen = await host.CitizenAsync($"citizen-{i}");
            await citizen.PostAsync(OpinionOverHttp.Address, OpinionOverHttp.Body, $"due-{i}");
        }

        await host.DeliverAsync();
        var all = new OpenObligations(clock, host, _begins);
        await all.AddAsync(open - Due);
        all.NextDay(30);   // long past the last day: from now on each tick finds the same step of all of them
        await all.TickAsync();
        return all;
    }

    /// <summary>A week later, with everything delivered: again all of them are due.</summary>
    public async Task<(long Reads, long Commits, long Messages, TimeSpan Took)> TickAsync()
    {
        var tick = host.Services.GetRequiredService<ReminderTick>();
        await tick.RunAsync(CancellationToken.None);   // finds nothing more today, and what is remembered for a while is read by this one
        NextDay(7);
        var calls = host.Calls.Data;
        var (reads, commits, messages, began) = (calls.Reads, calls.Commits, calls.Messages, TimeProvider.System.GetTimestamp());
        await tick.RunAsync(CancellationToken.None);
        var took = TimeProvider.System.GetElapsedTime(began);
        var done = (calls.Reads - reads, calls.Commits - commits, calls.Messages - messages, took);
        await host.DeliverAsync();
        return done;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => host.DisposeAsync();

    private void NextDay(int days)
    {
        today = today.PlusDays(days);
        if (!clock.TryMoveTo(today)) throw new InvalidOperationException("The clock goes forward only.");
    }

    // Rows like the real ones, under days that no tick reaches.
    private async Task AddAsync(int count)
    {
        var lists = host.Services.GetRequiredService<Lists>();
        var rows = host.Services.GetRequiredService<IRowStore>();
        var like = (await lists.PageAsync(SamplePlan.Congress, DueEntries.ToDo, null, 1, CancellationToken.None))[0].Data;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, (count + RowsACommit - 1) / RowsACommit),
            new ParallelOptions { MaxDegreeOfParallelism = Writers },
            async (commit, cancel) => await rows.CommitAsync(
                "lists",
                $"{SamplePlan.Congress}|{DueEntries.ToDo}",
                [.. Enumerable.Range(commit * RowsACommit, Math.Min(RowsACommit, count - (commit * RowsACommit))).Select(i => new Change.Insert(KeyOf(i), like))],
                [],
                cancel));
        var last = await lists.PageAsync(SamplePlan.Congress, DueEntries.ToDo, KeyOf(count - 2), 2, CancellationToken.None);
        if (last is not [{ Key: var key }] || key != KeyOf(count - 1))
            throw new InvalidOperationException("The rows lie elsewhere than where the tick looks.");
    }

    private static string KeyOf(int i) => string.Create(CultureInfo.InvariantCulture, $"20990101|open-{i:0000000}");
}
