using Qijiang.Backend.Messaging;

namespace Qijiang.Backend.Storage;

/// <summary>
/// What a storage engine gives: ordered rows in partitions, and commits within one. Everything else (event store, read
/// models, ballot box) is written once above it. Every engine passes <c>RowStoreContract</c>. Nothing may depend on an
/// engine's own timestamps, collation or global order.
/// </summary>
public interface IRowStore
{
    /// <summary>One row, or null.</summary>
    ValueTask<Row?> GetAsync(string table, string partition, string key, CancellationToken cancel);

    /// <summary>The rows of a key range, ascending by ordinal order of their keys.</summary>
    /// <param name="table">The table.</param>
    /// <param name="partition">The partition.</param>
    /// <param name="from">The first key, inclusive; empty: from the first row.</param>
    /// <param name="before">The end, exclusive; empty: to the last row.</param>
    /// <param name="limit">At most so many; null: all.</param>
    /// <param name="cancel">Stops the scan.</param>
    IAsyncEnumerable<Row> ScanAsync(string table, string partition, string from, string before, int? limit, CancellationToken cancel);

    /// <summary>
    /// All or nothing within one partition, each key once. When it answers <see cref="CommitResult.Committed"/> it is durable.
    /// Messages are delivered at least once if this commits, and never otherwise.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="partition">The partition.</param>
    /// <param name="changes">1 to <see cref="StoreLimits.MaxChanges"/> changes.</param>
    /// <param name="messages">Messages to send if it commits. With messages, at least one <see cref="Change.Insert"/> of a row that stays for an hour.</param>
    /// <param name="cancel">Gives up waiting; the commit may still happen.</param>
    /// <exception cref="StoreLimitException">A limit of <see cref="StoreLimits"/> is exceeded; nothing was written.</exception>
    Task<CommitResult> CommitAsync(string table, string partition, IReadOnlyList<Change> changes, IReadOnlyList<Message> messages, CancellationToken cancel);

    /// <summary>What became of a commit whose message has come.</summary>
    /// <param name="commit">The commit that the message names.</param>
    /// <param name="giveUp">Whether to make sure now that it never happens: where it is not there yet, a void row takes its place, and the answer is <see cref="CommitState.Never"/>.</param>
    /// <param name="cancel">Stops looking.</param>
    ValueTask<CommitState> CheckAsync(CommitRef commit, bool giveUp, CancellationToken cancel);

    /// <summary>All rows of a table, by partition, then key, ordinally. For rebuilding, verifying and exporting only.</summary>
    /// <param name="table">The table.</param>
    /// <param name="afterPartition">Only partitions after this one; null: all.</param>
    /// <param name="cancel">Stops the scan.</param>
    IAsyncEnumerable<Row> ScanTableAsync(string table, string? afterPartition, CancellationToken cancel);
}
