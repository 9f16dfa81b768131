using System.Runtime.CompilerServices;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;

namespace Qijiang.Storage.Contracts.Ballots;

/// <summary>
/// A row store that fails once, at the n-th operation: before it does anything, or after it has done it and before the answer
/// arrives. Every place where a process can die between two row operations is one n.
/// </summary>
/// <param name="inner">The store behind it.</param>
/// <param name="at">At which operation; the first is 1.</param>
/// <param name="answerLost">Whether the operation happens before the failure.</param>
public sealed class DisturbedRowStore(IRowStore inner, int at, bool answerLost) : IRowStore
{
    private int operations;

    /// <summary>Whether it has failed.</summary>
    public bool HasFailed => operations >= at;

    public async ValueTask<Row?> GetAsync(string table, string partition, string key, CancellationToken cancel)
    {
        var fails = Count();
        if (fails && !answerLost) throw new IOException("disturbed");
        var row = await inner.GetAsync(table, partition, key, cancel);
        return fails ? throw new IOException("disturbed") : row;
    }

    public async IAsyncEnumerable<Row> ScanAsync(
        string table, string partition, string from, string before, int? limit, [EnumeratorCancellation] CancellationToken cancel)
    {
        var fails = Count();
        if (fails && !answerLost) throw new IOException("disturbed");
        await foreach (var row in inner.ScanAsync(table, partition, from, before, limit, cancel)) yield return row;
        if (fails) throw new IOException("disturbed");
    }

    public async Task<CommitResult> CommitAsync(
        string table, string partition, IReadOnlyList<Change> changes, IReadOnlyList<Message> messages, CancellationToken cancel)
    {
        var fails = Count();
        if (fails && !answerLost) throw new IOException("disturbed");
        var result = await inner.CommitAsync(table, partition, changes, messages, cancel);
        return fails ? throw new IOException("disturbed") : result;
    }

    public ValueTask<CommitState> CheckAsync(CommitRef commit, bool giveUp, CancellationToken cancel) => inner.CheckAsync(commit, giveUp, cancel);

    public IAsyncEnumerable<Row> ScanTableAsync(string table, string? afterPartition, CancellationToken cancel) => inner.ScanTableAsync(table, afterPartition, cancel);

    private bool Count() => Interlocked.Increment(ref operations) == at;
}
