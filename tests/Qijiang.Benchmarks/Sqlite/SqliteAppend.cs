using Qijiang.Benchmarks.Appends;
using Qijiang.Benchmarks.Measuring;
using Qijiang.Sqlite;

namespace Qijiang.Benchmarks.Sqlite;

/// <summary>Appends through the SQLite adapter, in a file of their own.</summary>
internal static class SqliteAppend
{
    /// <summary>Opens it.</summary>
    public static Task<Subject> OpenAsync(SampleAppend sample)
    {
        var folder = new ScratchFolder();
        var database = new SqliteDatabase(folder.File("rows.db"));
        return Task.FromResult<Subject>(new StoreAppend(new SqliteRowStore(database), "events", "changes", sample, async () =>
        {
            await database.DisposeAsync();
            folder.Dispose();
        }));
    }
}
