using Microsoft.Data.Sqlite;
using Qijiang.Storage.Contracts;

namespace Qijiang.Sqlite.Tests;

/// <summary>A database file that goes away with the test.</summary>
/// <param name="time">The clock of every database opened here.</param>
public sealed class TemporaryDatabase(TimeProvider time) : IDisposable, IAsyncDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("qijiang-sqlite-");
    private readonly List<SqliteDatabase> open = [];

    /// <summary>The file.</summary>
    public string File => Path.Combine(directory.FullName, "rows.db");

    /// <summary>The file and, where there is one, its log.</summary>
    public IEnumerable<string> Files => new[] { File, File + "-wal" }.Where(System.IO.File.Exists);

    /// <summary>Opens the file, once more where it is open already.</summary>
    public SqliteDatabase Open(SqliteOptions? options = null)
    {
        var database = new SqliteDatabase(File, options, time);
        open.Add(database);
        return database;
    }

    /// <summary>A connection of somebody else to the same file.</summary>
    public SqliteConnection OpenRaw()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        return connection;
    }

    /// <summary>A new file as the contracts use it.</summary>
    public static StorageEngine Engine(TimeProvider time)
    {
        var temporary = new TemporaryDatabase(time);
        var database = temporary.Open();
        return new StorageEngine(new SqliteRowStore(database), new SqliteMessageQueue(database), temporary);
    }

    public void Dispose()
    {
        foreach (var database in open)
            database.Dispose();
        directory.Delete(recursive: true);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
