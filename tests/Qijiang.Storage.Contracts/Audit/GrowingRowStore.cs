using System.Runtime.CompilerServices;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;

namespace Qijiang.Storage.Contracts.Audit;

/// <summary>A row store in which something else happens after the first row of each scan of a whole table.</summary>
/// <param name="inner">The store behind it.</param>
/// <param name="meanwhile">What happens.</param>
internal sealed class GrowingRowStore(IRowStore inner, Func<Task> meanwhile) : IRowStore
{
    public Func<Task> Meanwhile { get; set; } = meanwhile;

    public ValueTask<Row?> GetAsync(string table, string partition, string key, CancellationToken cancel) => inner.GetAsync(table, partition, key, cancel);

    public IAsyncEnumerable<Row> ScanAsync(string table, string partition, string from, string before, int? limit, CancellationToken cancel) =>
        inner.ScanAsync(table, partition, from, before, limit, cancel);

    public Task<CommitResult> CommitAsync(string table, string partition, IReadOnlyList<Change> changes, IReadOnlyList<Message> messages, CancellationToken cancel) =>
        inner.CommitAsync(table, partition, changes, messages, cancel);

    public ValueTask<CommitState> CheckAsync(CommitRef commit, bool giveUp, CancellationToken cancel) => inner.CheckAsync(commit, giveUp, cancel);

    public async IAsyncEnumerable<Row> ScanTableAsync(string table, string? afterPartition, [EnumeratorCancellation] CancellationToken cancel)
    {
        var first = true;
        await foreach (var row in inner.ScanTableAsync(table, afterPartition, cancel))
        {
            yield return row;
            if (first) await Meanwhile();
            first = false;
        }
    }
}
