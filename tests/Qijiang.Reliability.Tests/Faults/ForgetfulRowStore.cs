using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;

namespace Qijiang.Reliability.Tests.Faults;

/// <summary>Forgets one commit of events, and says that it is done.</summary>
/// <param name="inner">The store behind it.</param>
/// <param name="forgotten">Which commit of events; the first is 1.</param>
internal sealed class ForgetfulRowStore(IRowStore inner, int forgotten) : IRowStore
{
    private int commits;

    public ValueTask<Row?> GetAsync(string table, string partition, string key, CancellationToken cancel) => inner.GetAsync(table, partition, key, cancel);

    public IAsyncEnumerable<Row> ScanAsync(string table, string partition, string from, string before, int? limit, CancellationToken cancel) => inner.ScanAsync(table, partition, from, before, limit, cancel);

    public async Task<CommitResult> CommitAsync(string table, string partition, IReadOnlyList<Change> changes, IReadOnlyList<Message> messages, CancellationToken cancel) =>
        table == EventStore.Table && ++commits == forgotten
            ? new CommitResult.Committed(changes.ToDictionary(change => change.Key, _ => "etag"))
            : await inner.CommitAsync(table, partition, changes, messages, cancel);

    public ValueTask<CommitState> CheckAsync(CommitRef commit, bool giveUp, CancellationToken cancel) => inner.CheckAsync(commit, giveUp, cancel);

    public IAsyncEnumerable<Row> ScanTableAsync(string table, string? afterPartition, CancellationToken cancel) => inner.ScanTableAsync(table, afterPartition, cancel);
}
