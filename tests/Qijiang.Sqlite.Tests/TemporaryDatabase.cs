using Qijiang.Storage.Contracts;

namespace Qijiang.Sqlite.Tests;

/// <summary>A database file that goes away with the test.</summary>
/// <param name="time">The clock of every database opened here.</param>
public sealed class TemporaryDatabase(TimeProvider time) : IAsyncDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("qijiang-sqlite-");
    private readonly List<SqliteDatabase> open = [];

    /// <summary>The file.</summary>
    public string File => Path.Combine(directory.FullName, "rows.db");

    /// <summary>Opens the file, once more where it is open already.</summary>
    public SqliteDatabase Open(SqliteOptions? options = null)
    {
        var database = new SqliteDatabase(File, options, time);
        open.Add(database);
        return database;
    }

    /// <summary>A new file as the contracts use it.</summary>
    public static StorageEngine Engine(TimeProvider time)
    {
        var temporary = new TemporaryDatabase(time);
        var database = temporary.Open();
        return new StorageEngine(new SqliteRowStore(database), new SqliteMessageQueue(database), temporary);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in open)
            await database.DisposeAsync();
        directory.Delete(recursive: true);
    }
}
