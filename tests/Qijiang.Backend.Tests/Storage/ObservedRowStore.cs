using System.Collections.Concurrent;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;

namespace Qijiang.Backend.Tests.Storage;

/// <summary>A row store in whose calls a test can intervene: something happens in between, or the process dies there.</summary>
internal sealed class ObservedRowStore(IRowStore inner) : IRowStore
{
    /// <summary>How many calls there were.</summary>
    public int Calls { get; private set; }

    /// <summary>The partitions of which ranges were read, in their order.</summary>
    public ConcurrentQueue<string> Scanned { get; } = new();

    /// <summary>Runs before a call takes effect, with its number from 1.</summary>
    public Func<int, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Runs after a call took effect and before the caller hears of it, with its number from 1.</summary>
    public Func<int, Task> After { get; set; } = _ => Task.CompletedTask;

    public ValueTask<Row?> GetAsync(string table, string partition, string key, CancellationToken cancel) =>
        new(ObserveAsync(() => inner.GetAsync(table, partition, key, cancel).AsTask()));

    public async IAsyncEnumerable<Row> ScanAsync(
        string table, string partition, string from, string before, int? limit, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        Scanned.Enqueue(partition);
        var rows = await ObserveAsync(async () => await ListAsync(inner.ScanAsync(table, partition, from, before, limit, cancel)));
        foreach (var row in rows) yield return row;
    }

    public Task<CommitResult> CommitAsync(string table, string partition, IReadOnlyList<Change> changes, IReadOnlyList<Message> messages, CancellationToken cancel) =>
        ObserveAsync(() => inner.CommitAsync(table, partition, changes, messages, cancel));

    public ValueTask<CommitState> CheckAsync(CommitRef commit, bool giveUp, CancellationToken cancel) =>
        new(ObserveAsync(() => inner.CheckAsync(commit, giveUp, cancel).AsTask()));

    public async IAsyncEnumerable<Row> ScanTableAsync(
        string table, string? afterPartition, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var rows = await ObserveAsync(async () => await ListAsync(inner.ScanTableAsync(table, afterPartition, cancel)));
        foreach (var row in rows) yield return row;
    }

    private static async Task<List<Row>> ListAsync(IAsyncEnumerable<Row> rows)
    {
        List<Row> all = [];
        await foreach (var row in rows) all.Add(row);
        return all;
    }

    private async Task<T> ObserveAsync<T>(Func<Task<T>> call)
    {
        var number = ++Calls;
        await Before(number);
        var result = await call();
        await After(number);
        return result;
    }
}
