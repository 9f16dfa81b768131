using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Qijiang.Sqlite;

/// <summary>The tables of a file, and the check that a file is ours and of a version that this code knows.</summary>
internal static class Schema
{
    /// <summary>The version that this code writes.</summary>
    public const long Version = 1;

    private const string Create = """
        CREATE TABLE qijiang_schema (version INTEGER NOT NULL) STRICT;
        INSERT INTO qijiang_schema (version) VALUES (1);

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

    /// <summary>Refuses a file of another program or of another version. An empty one passes. Writes nothing.</summary>
    /// <exception cref="InvalidDataException">The file is not ours, or not of this version.</exception>
    public static void Check(SqliteConnection connection)
    {
        if (Count(connection, "sqlite_schema") == 0)
            return;
        if (Count(connection, "sqlite_schema WHERE name = 'qijiang_schema'") == 0)
            throw new InvalidDataException($"{connection.DataSource} is a database of another program.");
        var version = Convert.ToInt64(ConnectionOpener.Scalar(connection, "SELECT max(version) FROM qijiang_schema"), CultureInfo.InvariantCulture);
        if (version != Version)
            throw new InvalidDataException($"{connection.DataSource} has schema version {version}; this program knows version {Version}.");
    }

    /// <summary>Makes the tables where there are none; of two processes that try at once, one does.</summary>
    public static void Ensure(SqliteConnection writer)
    {
        ConnectionOpener.Execute(writer, "BEGIN IMMEDIATE");
        if (Count(writer, "sqlite_schema") == 0)
            ConnectionOpener.Execute(writer, Create);
        ConnectionOpener.Execute(writer, "COMMIT");
    }

    private static long Count(SqliteConnection connection, string from) =>
        Convert.ToInt64(ConnectionOpener.Scalar(connection, $"SELECT count(*) FROM {from}"), CultureInfo.InvariantCulture);
}
