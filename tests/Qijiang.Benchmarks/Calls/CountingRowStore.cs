using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;

namespace Qijiang.Benchmarks.Calls;

/// <summary>Counts what is asked of a row store. A range is one call: pages of a thousand rows are not told apart.</summary>
/// <param name="inner">The store.</param>
/// <param name="counter">Where it is counted.</param>
internal sealed class CountingRowStore(IRowStore inner, StoreCounter counter) : IRowStore
{
    /// <summary>The store itself.</summary>
    public IRowStore Inner => inner;

    /// <inheritdoc/>
    public ValueTask<Row?> GetAsync(string table, string partition, string key, CancellationToken cancel)
    {
        counter.Read();
        return inner.GetAsync(table, partition, key, cancel);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Row> ScanAsync(string table, string partition, string from, string before, int? limit, CancellationToken cancel)
    {
        counter.Read();
        return inner.ScanAsync(table, partition, from, before, limit, cancel);
    }

    /// <inheritdoc/>
    public Task<CommitResult> CommitAsync(string table, string partition, IReadOnlyList<Change> changes, IReadOnlyList<Message> messages, CancellationToken cancel)
    {
        counter.Commit(messages.Count);
        counter.Keep(new KeptCommit(table, partition, changes));
        return inner.CommitAsync(table, partition, changes, messages, cancel);
    }

    /// <inheritdoc/>
    public ValueTask<CommitState> CheckAsync(CommitRef commit, bool giveUp, CancellationToken cancel)
    {
        counter.Read();
        return inner.CheckAsync(commit, giveUp, cancel);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Row> ScanTableAsync(string table, string? afterPartition, CancellationToken cancel)
    {
        counter.Read();
        return inner.ScanTableAsync(table, afterPartition, cancel);
    }
}
