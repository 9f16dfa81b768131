using System.Runtime.CompilerServices;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;

namespace Qijiang.Reliability.Tests.Simulation;

/// <summary>A row store as one instance reaches it: each call has its turn, and so has the moment between a commit's messages and its rows where messages go first.</summary>
/// <param name="on">The instance.</param>
/// <param name="inner">The store behind it in the world of now.</param>
internal sealed class SimulatedRowStore(Instance on, Func<World, WorldRows> inner) : IRowStore
{
    private World World => on.World;

    private WorldRows Inner => inner(World);

    public ValueTask<Row?> GetAsync(string table, string partition, string key, CancellationToken cancel) =>
        new(CallAsync($"get {table} {partition} {key}", () => Inner.Store.GetAsync(table, partition, key, cancel).AsTask()));

    public async IAsyncEnumerable<Row> ScanAsync(string table, string partition, string from, string before, int? limit, [EnumeratorCancellation] CancellationToken cancel)
    {
        var rows = await CallAsync($"scan {table} {partition}", () => Inner.Store.ScanAsync(table, partition, from, before, limit, cancel).ToListAsync(cancel).AsTask());
        foreach (var row in rows) yield return row;
    }

    public async IAsyncEnumerable<Row> ScanTableAsync(string table, string? afterPartition, [EnumeratorCancellation] CancellationToken cancel)
    {
        var rows = await CallAsync($"scan {table}", () => Inner.Store.ScanTableAsync(table, afterPartition, cancel).ToListAsync(cancel).AsTask());
        foreach (var row in rows) yield return row;
    }

    public Task<CommitResult> CommitAsync(string table, string partition, IReadOnlyList<Change> changes, IReadOnlyList<Message> messages, CancellationToken cancel)
    {
        var what = $"commit {table} {partition} {NameOf(changes[0].Key)}{(changes.Count > 1 ? $" +{changes.Count - 1}" : "")}{(messages.Count > 0 ? $" with {string.Join(", ", messages.Select(message => message.Id))}" : "")}";
        return CallAsync(what, () => Inner.CommitAsync(table, partition, changes, messages, () => World.Scheduler.CallAsync(on, $"rows of {what}", () => Task.FromResult(true)), cancel));
    }

    public ValueTask<CommitState> CheckAsync(CommitRef commit, bool giveUp, CancellationToken cancel) =>
        new(CallAsync($"check {commit.Table} {commit.Partition} {NameOf(commit.Key)}{(giveUp ? " or give up" : "")}", () => Inner.Store.CheckAsync(commit, giveUp, cancel).AsTask()));

    private Task<T> CallAsync<T>(string what, Func<Task<T>> call) => World.Scheduler.CallAsync(on, what, call);

    // Keys of attempts are random, and nothing follows from them.
    private static string NameOf(string key) => key.StartsWith("attempt|", StringComparison.Ordinal) ? "attempt" : key;
}
