using System.Runtime.CompilerServices;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;

namespace Qijiang.Sqlite;

/// <summary>
/// Rows in a SQLite file. A commit's messages are rows of the same transaction, so that nothing has to be looked for when
/// one is delivered: its envelope names no commit.
/// </summary>
/// <param name="database">The file.</param>
public sealed class SqliteRowStore(SqliteDatabase database) : IRowStore
{
    /// <inheritdoc/>
    public ValueTask<Row?> GetAsync(string table, string partition, string key, CancellationToken cancel)
    {
        StoreArguments.CheckTable(table);
        StoreArguments.CheckKey(partition, nameof(partition));
        StoreArguments.CheckKey(key, nameof(key));
        cancel.ThrowIfCancellationRequested();
        return ValueTask.FromResult(database.Read(reader => reader.Get(table, partition, key)));
    }

    /// <inheritdoc/>
    /// <remarks>Up to a thousand rows, or 4 MiB, are of one moment; what follows may have been changed since.</remarks>
    public IAsyncEnumerable<Row> ScanAsync(string table, string partition, string from, string before, int? limit, CancellationToken cancel)
    {
        StoreArguments.CheckTable(table);
        StoreArguments.CheckKey(partition, nameof(partition));
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentOutOfRangeException.ThrowIfNegative(limit ?? 0, nameof(limit));
        var left = limit ?? int.MaxValue;
        return Pages(
            last =>
            {
                var page = database.Read(reader => reader.Range(table, partition, from, last?.Key ?? "", before, left));
                left -= page.Rows.Count;
                return page with { MayGoOn = page.MayGoOn && left > 0 };
            },
            cancel);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Row> ScanTableAsync(string table, string? afterPartition, CancellationToken cancel)
    {
        StoreArguments.CheckTable(table);
        return Pages(
            last => database.Read(reader => last is not null
                ? reader.Table(table, last.Partition, last.Key)
                : reader.TableAfter(table, afterPartition ?? "")),
            cancel);
    }

    /// <inheritdoc/>
    public Task<CommitResult> CommitAsync(string table, string partition, IReadOnlyList<Change> changes, IReadOnlyList<Message> messages, CancellationToken cancel)
    {
        StoreArguments.CheckCommit(table, partition, changes, messages);
        var writes = RowWrite.Of(changes);
        var committed = RowWrite.Committed(writes);
        var outgoing = OutgoingMessage.Of(messages, database.Time.GetUtcNow());
        return database.Write(
            writer =>
            {
                if (!TryApply(writer, table, partition, writes))
                    return ConflictIn(writer, table, partition, writes);
                OutgoingMessage.Send(writer, outgoing);
                return committed;
            },
            result =>
            {
                if (ReferenceEquals(result, committed))
                    OutgoingMessage.Signal(database, outgoing);
            },
            cancel);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Never needed for a message of this store. For one that was moved here from another engine, the row itself is the
    /// answer: it is kept without the id of its commit, so a message whose commit lost its race may be delivered, which
    /// consumers bear; none is lost.
    /// </remarks>
    public async ValueTask<CommitState> CheckAsync(CommitRef commit, bool giveUp, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(commit);
        var row = await GetAsync(commit.Table, commit.Partition, commit.Key, cancel);
        if (row is null && giveUp)
        {
            await InsertVoidRow(commit, cancel);
            row = await GetAsync(commit.Table, commit.Partition, commit.Key, cancel);
        }

        return row switch
        {
            null => CommitState.NotYet,
            _ when VoidRow.IsVoid(row) => CommitState.Never,
            _ => CommitState.Committed,
        };
    }

    private Task<bool> InsertVoidRow(CommitRef commit, CancellationToken cancel)
    {
        var writes = RowWrite.Of([new Change.Insert(commit.Key, default)]);
        return database.Write(writer => writer.Apply(commit.Table, commit.Partition, writes[0]), after: null, cancel);
    }

    /// <summary>
    /// What was read must still be there before anything is written; inserts check themselves, and one that fails takes the
    /// earlier ones back. So a conflict costs no savepoint, and the commonest commit, a few inserts, no look.
    /// </summary>
    private static bool TryApply(WriterConnection writer, string table, string partition, RowWrite[] writes)
    {
        if (writes is [var only])
            return writer.Apply(table, partition, only);
        if (!Array.TrueForAll(writes, write => !write.NeedsWhatWasRead || writer.Holds(table, partition, write)))
            return false;
        for (var i = 0; i < writes.Length; i++)
        {
            if (writes[i].Change is Change.Insert && !writer.Apply(table, partition, writes[i]))
            {
                TakeBack(writer, table, partition, writes.AsSpan(0, i));
                return false;
            }
        }

        foreach (var write in writes)
        {
            if (write.Change is not Change.Insert && !writer.Apply(table, partition, write))
                throw new InvalidOperationException($"'{write.Change.Key}' changed under the writer's lock.");
        }

        return true;
    }

    private static void TakeBack(WriterConnection writer, string table, string partition, ReadOnlySpan<RowWrite> writes)
    {
        foreach (var write in writes)
        {
            if (write.Change is Change.Insert)
                writer.TakeBack(table, partition, write);
        }
    }

    /// <summary>Names the first change, in their order, whose condition does not hold.</summary>
    private static CommitResult.Conflict ConflictIn(WriterConnection writer, string table, string partition, RowWrite[] writes) =>
        new(Array.Find(writes, write => write.IsConditional && !writer.Holds(table, partition, write)).Change.Key);

    private static async IAsyncEnumerable<Row> Pages(Func<Row?, Page> next, [EnumeratorCancellation] CancellationToken cancel)
    {
        Row? last = null;
        Page page;
        do
        {
            cancel.ThrowIfCancellationRequested();
            page = next(last);
            foreach (var row in page.Rows)
            {
                cancel.ThrowIfCancellationRequested();
                yield return last = row;
            }
        }
        while (page.MayGoOn);
        await Task.CompletedTask;
    }
}
