using Microsoft.Data.Sqlite;
using Qijiang.Backend.Storage;

namespace Qijiang.Sqlite;

/// <summary>A connection that only reads, with its prepared statements. Used by one caller at a time.</summary>
internal sealed class ReaderConnection(SqliteConnection connection) : IDisposable
{
    /// <summary>Above every key: keys end at '~'.</summary>
    private const string AboveEveryKey = "\u007f";

    /// <summary>Bounds of one page, so that nobody keeps a reading transaction open while its rows are used: that would keep the log from being emptied.</summary>
    private const int PageRows = 1_000;
    private const int PageBytes = 4 * 1024 * 1024;

    private readonly Statement get = new(
        connection, "SELECT etag, data FROM store_rows WHERE tbl = $1 AND part = $2 AND key = $3", 3);

    private readonly Statement range = new(connection, """
        SELECT part, key, etag, data FROM store_rows
        WHERE tbl = $1 AND part = $2 AND key >= $3 AND key > $4 AND key < $5 ORDER BY key LIMIT $6
        """, 6);

    private readonly Statement table = new(connection, """
        SELECT part, key, etag, data FROM store_rows
        WHERE tbl = $1 AND (part, key) > ($2, $3) ORDER BY part, key LIMIT $4
        """, 4);

    private readonly Statement nextDue = new(connection, "SELECT min(visible) FROM queue_messages WHERE queue = $1", 1);

    public Row? Get(string tableName, string partition, string key)
    {
        using var reader = get.Read(tableName, partition, key);
        return reader.Read() ? new Row(tableName, partition, key, RowWrite.Format(reader.GetInt64(0)), reader.GetFieldValue<byte[]>(1)) : null;
    }

    /// <summary>The next rows of a range.</summary>
    /// <param name="tableName">The table.</param>
    /// <param name="partition">The partition.</param>
    /// <param name="from">The first key; empty: any.</param>
    /// <param name="after">The last key of the page before; empty: this is the first.</param>
    /// <param name="before">The end; empty: none.</param>
    /// <param name="limit">At most so many.</param>
    public Page Range(string tableName, string partition, string from, string after, string before, int limit)
    {
        var rows = Math.Min(limit, PageRows);
        return ReadPage(tableName, rows, range.Read(tableName, partition, from, after, before.Length == 0 ? AboveEveryKey : before, rows));
    }

    /// <summary>The next rows of a table, after this partition and key.</summary>
    public Page Table(string tableName, string partition, string key) =>
        ReadPage(tableName, PageRows, table.Read(tableName, partition, key, PageRows));

    /// <summary>The same, after all rows of this partition.</summary>
    public Page TableAfter(string tableName, string partition) => Table(tableName, partition, AboveEveryKey);

    /// <summary>When the queue's next message is due, in UTC ticks; null: it is empty.</summary>
    public long? NextDue(string queue)
    {
        using var reader = nextDue.Read(queue);
        return reader.Read() && !reader.IsDBNull(0) ? reader.GetInt64(0) : null;
    }

    public void Dispose()
    {
        get.Dispose();
        range.Dispose();
        table.Dispose();
        nextDue.Dispose();
        connection.Dispose();
    }

    private static Page ReadPage(string tableName, int most, SqliteDataReader reader)
    {
        List<Row> rows = [];
        var bytes = 0;
        using (reader)
        {
            while (bytes < PageBytes && reader.Read())
            {
                var data = reader.GetFieldValue<byte[]>(3);
                rows.Add(new Row(tableName, reader.GetString(0), reader.GetString(1), RowWrite.Format(reader.GetInt64(2)), data));
                bytes += data.Length;
            }
        }

        return new Page(rows, MayGoOn: rows.Count == most || bytes >= PageBytes);
    }
}
