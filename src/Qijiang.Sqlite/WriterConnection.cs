using Microsoft.Data.Sqlite;
using Qijiang.Backend.Storage;

namespace Qijiang.Sqlite;

/// <summary>The writing connection and its prepared statements. Used by the writer alone.</summary>
internal sealed class WriterConnection : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Statement begin, commit, etagOf, insert, replace, upsert, delete, deleteUnderETag;
    private readonly Statement? emptyLog;
    private bool leftOldBytes;

    /// <summary>Takes over an open connection.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="eraseDeleted">Whether old bytes have to be out of the log before a commit is acknowledged.</param>
    public WriterConnection(SqliteConnection connection, bool eraseDeleted)
    {
        this.connection = connection;
        begin = new Statement(connection, "BEGIN IMMEDIATE", 0);
        commit = new Statement(connection, "COMMIT", 0);
        etagOf = new Statement(connection, "SELECT etag FROM store_rows WHERE tbl = $1 AND part = $2 AND key = $3", 3);
        insert = new Statement(connection, "INSERT INTO store_rows (tbl, part, key, etag, data) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING", 5);
        replace = new Statement(connection, "UPDATE store_rows SET etag = $5, data = $6 WHERE tbl = $1 AND part = $2 AND key = $3 AND etag = $4", 6);
        upsert = new Statement(connection, """
            INSERT INTO store_rows (tbl, part, key, etag, data) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (tbl, part, key) DO UPDATE SET etag = excluded.etag, data = excluded.data
            """, 5);
        delete = new Statement(connection, "DELETE FROM store_rows WHERE tbl = $1 AND part = $2 AND key = $3", 3);
        deleteUnderETag = new Statement(connection, "DELETE FROM store_rows WHERE tbl = $1 AND part = $2 AND key = $3 AND etag = $4", 4);
        Messages = new MessageStatements(connection);
        if (eraseDeleted)
        {
            // Deleted while the process died, before the log was emptied.
            leftOldBytes = true;
            emptyLog = new Statement(connection, "PRAGMA wal_checkpoint(TRUNCATE)", 0);
        }
    }

    /// <summary>The statements of the queue.</summary>
    public MessageStatements Messages { get; }

    public void Begin() => begin.Run();

    public void Commit()
    {
        commit.Run();
        if (emptyLog is not null && leftOldBytes)
            EmptyLog(emptyLog);
    }

    /// <summary>Makes one change; false: its condition does not hold, and nothing was written.</summary>
    public bool Apply(string table, string partition, in RowWrite write)
    {
        var key = write.Change.Key;
        leftOldBytes |= write.Change is not Change.Insert;
        return write.Change switch
        {
            Change.Insert => insert.Run(table, partition, key, write.ETag, write.Data) > 0,
            Change.Replace => replace.Run(table, partition, key, write.Expected, write.ETag, write.Data) > 0,
            Change.Delete { ETag: not null } => deleteUnderETag.Run(table, partition, key, write.Expected) > 0,
            Change.Delete => delete.Run(table, partition, key) >= 0,
            _ => upsert.Run(table, partition, key, write.ETag, write.Data) > 0,
        };
    }

    /// <summary>Undoes an insert of the same transaction.</summary>
    public void TakeBack(string table, string partition, in RowWrite insert) => delete.Run(table, partition, insert.Change.Key);

    /// <summary>Whether the condition of a change holds now.</summary>
    public bool Holds(string table, string partition, in RowWrite write)
    {
        using var reader = etagOf.Read(table, partition, write.Change.Key);
        long? there = reader.Read() ? reader.GetInt64(0) : null;
        return write.Change is Change.Insert ? there is null : there is not null && there == write.Expected;
    }

    /// <summary>What SQLite says about a setting of this connection.</summary>
    public object? Setting(string pragma) => ConnectionOpener.Scalar(connection, $"PRAGMA {pragma}");

    public void Dispose()
    {
        foreach (var statement in new[] { begin, commit, etagOf, insert, replace, upsert, delete, deleteUnderETag, emptyLog })
            statement?.Dispose();
        Messages.Dispose();
        connection.Dispose();
    }

    /// <summary>
    /// A reader may still need the log; then the next commit tries again. The transaction is durable by now: whatever goes
    /// wrong here is no failure of it.
    /// </summary>
    private void EmptyLog(Statement checkpoint)
    {
        try
        {
            using var reader = checkpoint.Read();
            leftOldBytes = !reader.Read() || reader.GetInt64(0) != 0;
        }
        catch (SqliteException)
        {
            leftOldBytes = true;
        }
    }
}
