using Microsoft.Data.Sqlite;

namespace Qijiang.Benchmarks.Sqlite;

/// <summary>A SQLite file with the adapter's settings and tables, and none of its code; besides, a table with nothing but bytes.</summary>
internal sealed class BareFile : IDisposable
{
    private const string Tables = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        CREATE TABLE bare (id INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT;
        CREATE TABLE store_rows (
            tbl TEXT NOT NULL, part TEXT NOT NULL, key TEXT NOT NULL,
            etag INTEGER NOT NULL, data BLOB NOT NULL) STRICT;
        CREATE UNIQUE INDEX store_rows_by_key ON store_rows (tbl, part, key);
        CREATE TABLE queue_messages (
            id INTEGER PRIMARY KEY,
            queue TEXT NOT NULL, visible INTEGER NOT NULL, tries INTEGER NOT NULL, lease INTEGER,
            message TEXT NOT NULL, sent INTEGER NOT NULL, depends_on TEXT, body BLOB NOT NULL) STRICT;
        CREATE INDEX queue_messages_by_visible ON queue_messages (queue, visible);
        """;

    private readonly ScratchFolder folder = new();
    private readonly SqliteConnection connection;
    private readonly SqliteCommand begin, commit;

    /// <summary>Makes it.</summary>
    public BareFile()
    {
        connection = new SqliteConnection($"Data Source={folder.File("bare.db")};Pooling=False");
        connection.Open();
        using var tables = connection.CreateCommand();
        tables.CommandText = Tables;
        tables.ExecuteNonQuery();
        begin = Prepare("BEGIN IMMEDIATE", 0);
        commit = Prepare("COMMIT", 0);
    }

    /// <summary>Begins a transaction.</summary>
    public void Begin() => begin.ExecuteNonQuery();

    /// <summary>Commits it.</summary>
    public void Commit() => commit.ExecuteNonQuery();

    /// <summary>Prepares a command with parameters $1, $2, …</summary>
    public SqliteCommand Prepare(string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        command.Prepare();
        return command;
    }

    /// <summary>Prepares the insert of a row of bytes alone.</summary>
    public Action InsertOf(byte[] data)
    {
        var insert = Prepare("INSERT INTO bare (data) VALUES ($1)", 1);
        insert.Parameters[0].Value = data;
        return () => insert.ExecuteNonQuery();
    }

    public void Dispose()
    {
        connection.Dispose();
        folder.Dispose();
    }
}
