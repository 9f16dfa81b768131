using System.Runtime.CompilerServices;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;

namespace Qijiang.Storage.Contracts.Faults;

/// <summary>A row store of which one call fails.</summary>
/// <param name="inner">The store behind it.</param>
/// <param name="faults">Which call, and how.</param>
public sealed class FaultyRowStore(IRowStore inner, FaultPlan faults) : IRowStore
{
    /// <summary>What is behind it.</summary>
    public IRowStore Inner { get; set; } = inner;

    public ValueTask<Row?> GetAsync(string table, string partition, string key, CancellationToken cancel) =>
        new(faults.CallAsync(() => Inner.GetAsync(table, partition, key, cancel).AsTask()));

    public IAsyncEnumerable<Row> ScanAsync(string table, string partition, string from, string before, int? limit, CancellationToken cancel) =>
        ReadAsync(Inner.ScanAsync(table, partition, from, before, limit, cancel), cancel);

    public Task<CommitResult> CommitAsync(string table, string partition, IReadOnlyList<Change> changes, IReadOnlyList<Message> messages, CancellationToken cancel)
    {
        var fault = faults.Next();
        // What can only happen where messages go first.
        if (Inner is InMemoryRowStore { SendsFirst: true } memory)
        {
            if (fault is FaultKind.BetweenSendAndCommit) memory.DieBetweenSendAndCommit(table, partition, changes, messages);
            if (fault is FaultKind.FrozenWriter) (memory.BetweenSendAndCommit, fault) = (faults.Meanwhile, null);
        }

        return faults.CallAsync(fault, () => Inner.CommitAsync(table, partition, changes, messages, cancel));
    }

    public ValueTask<CommitState> CheckAsync(CommitRef commit, bool giveUp, CancellationToken cancel) =>
        new(faults.CallAsync(() => Inner.CheckAsync(commit, giveUp, cancel).AsTask()));

    public IAsyncEnumerable<Row> ScanTableAsync(string table, string? afterPartition, CancellationToken cancel) =>
        ReadAsync(Inner.ScanTableAsync(table, afterPartition, cancel), cancel);

    private async IAsyncEnumerable<Row> ReadAsync(IAsyncEnumerable<Row> rows, [EnumeratorCancellation] CancellationToken cancel)
    {
        var fault = faults.Next();
        if (fault is FaultKind.Slow or FaultKind.FrozenWriter) await faults.Meanwhile();
        if (fault is FaultKind.Before or FaultKind.BetweenSendAndCommit) throw new StoreDownException();
        await foreach (var row in rows.WithCancellation(cancel)) yield return row;
        if (fault is FaultKind.AnswerLost) throw new StoreDownException();
    }
}
