using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;

namespace Qijiang.Storage.Contracts;

/// <summary>
/// A row store in memory, for tests and as the model against which engines are checked. It passes the contracts like any
/// engine. With <paramref name="messageFirst"/> it sends before it commits, as an engine does whose queue lies elsewhere:
/// every message then names its commit, and a lost race leaves a phantom in the queue.
/// </summary>
/// <param name="queue">The queue into which commits send.</param>
/// <param name="messageFirst">Whether messages go first and name their commit.</param>
public sealed class InMemoryRowStore(InMemoryMessageQueue queue, bool messageFirst = false) : IRowStore
{
    private readonly SortedDictionary<string, SortedDictionary<string, SortedDictionary<string, Stored>>> tables = new(StringComparer.Ordinal);

    /// <summary>A store whose messages are of no interest.</summary>
    public InMemoryRowStore() : this(new InMemoryMessageQueue(TimeProvider.System)) { }

    /// <summary>Whether messages go first and name their commit.</summary>
    public bool SendsFirst => messageFirst;

    /// <summary>Runs where a message-first writer has sent and not yet committed; a slow writer, whose messages come before its commit. Called once.</summary>
    public Func<Task>? BetweenSendAndCommit { get; set; }

    public ValueTask<Row?> GetAsync(string table, string partition, string key, CancellationToken cancel)
    {
        StoreArguments.CheckTable(table);
        StoreArguments.CheckKey(partition, nameof(partition));
        StoreArguments.CheckKey(key, nameof(key));
        lock (queue.Gate)
            return ValueTask.FromResult(Of(table, partition).GetValueOrDefault(key)?.Row);
    }

    public IAsyncEnumerable<Row> ScanAsync(string table, string partition, string from, string before, int? limit, CancellationToken cancel)
    {
        StoreArguments.CheckTable(table);
        StoreArguments.CheckKey(partition, nameof(partition));
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(before);
        return Snapshot(() => Of(table, partition).Values.Select(stored => stored.Row)
            .Where(row => string.CompareOrdinal(row.Key, from) >= 0 && (before.Length == 0 || string.CompareOrdinal(row.Key, before) < 0))
            .Take(limit ?? int.MaxValue), cancel);
    }

    public IAsyncEnumerable<Row> ScanTableAsync(string table, string? afterPartition, CancellationToken cancel)
    {
        StoreArguments.CheckTable(table);
        return Snapshot(() => Of(table)
            .Where(partition => afterPartition is null || string.CompareOrdinal(partition.Key, afterPartition) > 0)
            .SelectMany(partition => partition.Value.Values)
            .Select(stored => stored.Row), cancel);
    }

    public async Task<CommitResult> CommitAsync(string table, string partition, IReadOnlyList<Change> changes, IReadOnlyList<Message> messages, CancellationToken cancel)
    {
        StoreArguments.CheckCommit(table, partition, changes, messages);
        cancel.ThrowIfCancellationRequested();
        var commit = NewCommit(table, partition, changes);
        if (messageFirst)
        {
            Send(messages, commit);
            var meanwhile = BetweenSendAndCommit;
            BetweenSendAndCommit = null;
            if (meanwhile is not null) await meanwhile();
        }

        lock (queue.Gate)
        {
            var rows = Of(table, partition);
            foreach (var change in changes)
            {
                if (IsConflict(change, rows.GetValueOrDefault(change.Key)?.Row))
                    return new CommitResult.Conflict(change.Key);
            }

            Dictionary<string, string> etags = new(StringComparer.Ordinal);
            foreach (var change in changes)
                Apply(change, table, partition, rows, commit?.Id, etags);
            if (!messageFirst)
                Send(messages, commit: null);
            return new CommitResult.Committed(etags);
        }
    }

    public ValueTask<CommitState> CheckAsync(CommitRef commit, bool giveUp, CancellationToken cancel)
    {
        lock (queue.Gate)
        {
            var rows = Of(commit.Table, commit.Partition);
            if (rows.TryGetValue(commit.Key, out var stored))
                return ValueTask.FromResult(stored.CommitId == commit.Id ? CommitState.Committed : CommitState.Never);
            if (!giveUp)
                return ValueTask.FromResult(CommitState.NotYet);
            rows[commit.Key] = new Stored(new Row(commit.Table, commit.Partition, commit.Key, NewId(), default), null);
            return ValueTask.FromResult(CommitState.Never);
        }
    }

    /// <summary>Another store with the same rows.</summary>
    /// <param name="itsQueue">The queue into which its commits send.</param>
    public InMemoryRowStore Copy(InMemoryMessageQueue itsQueue)
    {
        var copy = new InMemoryRowStore(itsQueue, messageFirst);
        lock (queue.Gate)
        {
            foreach (var (table, partitions) in tables)
                copy.tables[table] = new(partitions.ToDictionary(p => p.Key, p => new SortedDictionary<string, Stored>(p.Value, StringComparer.Ordinal)), StringComparer.Ordinal);
        }

        return copy;
    }

    /// <summary>Loses every row of a table.</summary>
    /// <param name="table">The table.</param>
    public void Drop(string table)
    {
        lock (queue.Gate)
            tables.Remove(table);
    }

    /// <summary>What is left of a message-first writer that died after it sent and before it committed.</summary>
    public void DieBetweenSendAndCommit(string table, string partition, IReadOnlyList<Change> changes, IReadOnlyList<Message> messages)
    {
        StoreArguments.CheckCommit(table, partition, changes, messages);
        Send(messages, NewCommit(table, partition, changes));
    }

    private static CommitRef? NewCommit(string table, string partition, IReadOnlyList<Change> changes) =>
        changes.FirstOrDefault(change => change is Change.Insert) is { } first ? new CommitRef(table, partition, first.Key, NewId()) : null;

    private static bool IsConflict(Change change, Row? there) => change switch
    {
        Change.Insert => there is not null,
        Change.Replace replace => there?.ETag != replace.ETag,
        Change.Delete { ETag: { } etag } => there?.ETag != etag,
        _ => false,
    };

    private static void Apply(
        Change change, string table, string partition, SortedDictionary<string, Stored> rows, string? commitId, Dictionary<string, string> etags)
    {
        ReadOnlyMemory<byte>? data = change switch
        {
            Change.Insert insert => insert.Data,
            Change.Replace replace => replace.Data,
            Change.Upsert upsert => upsert.Data,
            _ => default(ReadOnlyMemory<byte>?), // a plain null would become empty bytes
        };
        if (data is null)
        {
            rows.Remove(change.Key);
            return;
        }

        var row = new Row(table, partition, change.Key, NewId(), data.Value.ToArray());
        rows[change.Key] = new Stored(row, commitId);
        etags[change.Key] = row.ETag;
    }

    private static string NewId() => RandomNumberGenerator.GetHexString(16, lowercase: true);

    private void Send(IReadOnlyList<Message> messages, CommitRef? commit)
    {
        foreach (var message in messages)
            queue.Enqueue(message, commit, atLeast: commit is null ? TimeSpan.Zero : TimeSpan.FromSeconds(1));
    }

    private SortedDictionary<string, SortedDictionary<string, Stored>> Of(string table)
    {
        if (!tables.TryGetValue(table, out var partitions))
            tables[table] = partitions = new(StringComparer.Ordinal);
        return partitions;
    }

    private SortedDictionary<string, Stored> Of(string table, string partition)
    {
        var partitions = Of(table);
        if (!partitions.TryGetValue(partition, out var rows))
            partitions[partition] = rows = new(StringComparer.Ordinal);
        return rows;
    }

    private async IAsyncEnumerable<Row> Snapshot(Func<IEnumerable<Row>> rows, [EnumeratorCancellation] CancellationToken cancel)
    {
        Row[] all;
        lock (queue.Gate)
            all = [.. rows()];
        foreach (var row in all)
        {
            cancel.ThrowIfCancellationRequested();
            yield return row;
        }

        await Task.CompletedTask;
    }

    private sealed record Stored(Row Row, string? CommitId);
}
