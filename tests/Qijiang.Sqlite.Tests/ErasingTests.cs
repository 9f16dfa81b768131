using System.Security.Cryptography;
using FluentAssertions;
using Qijiang.Backend.Storage;
using Xunit;

namespace Qijiang.Sqlite.Tests;

/// <summary>In the file of keys, what was deleted is in none of its files any more.</summary>
public sealed class ErasingTests : IDisposable
{
    private readonly TemporaryDatabase temporary = new(TimeProvider.System);
    private readonly byte[] secret = RandomNumberGenerator.GetBytes(32);

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task A_deleted_row_is_in_none_of_the_files()
    {
        var store = await WithSecret(new SqliteOptions { EraseDeleted = true });
        OnDisk().Should().BeTrue("this test could not see it otherwise");

        await Commit(store, new Change.Delete("secret", null));

        OnDisk().Should().BeFalse();
    }

    [Fact]
    public async Task A_replaced_row_is_in_none_of_the_files()
    {
        var store = await WithSecret(new SqliteOptions { EraseDeleted = true });

        await Commit(store, new Change.Upsert("secret", new byte[32]));

        OnDisk().Should().BeFalse();
    }

    [Fact]
    public async Task A_row_deleted_before_a_crash_is_gone_after_the_next_commit()
    {
        var kept = await WithSecret(new SqliteOptions());
        await Commit(kept, new Change.Delete("secret", null));
        OnDisk().Should().BeTrue("without erasing it stays in the log");

        await Commit(new SqliteRowStore(temporary.Open(new SqliteOptions { EraseDeleted = true })), new Change.Insert("next", new byte[1]));

        new FileInfo(temporary.File + "-wal").Length.Should().Be(0);
    }

    [Fact]
    public async Task While_a_reader_needs_the_log_the_commit_stands_and_the_erasing_follows_with_the_next()
    {
        var store = await WithSecret(new SqliteOptions { EraseDeleted = true });
        using (var reader = temporary.OpenRaw())
        {
            ConnectionOpener.Execute(reader, "BEGIN");
            ConnectionOpener.Scalar(reader, "SELECT count(*) FROM store_rows");
            (await Commit(store, new Change.Delete("secret", null))).Should().BeOfType<CommitResult.Committed>();
        }

        await Commit(store, new Change.Insert("next", new byte[1]));

        OnDisk().Should().BeFalse();
    }

    private async Task<SqliteRowStore> WithSecret(SqliteOptions options)
    {
        var store = new SqliteRowStore(temporary.Open(options));
        await Commit(store, new Change.Insert("other", new byte[32]), new Change.Insert("secret", secret));
        return store;
    }

    private static Task<CommitResult> Commit(SqliteRowStore store, params Change[] changes) =>
        store.CommitAsync("keys", "p", changes, [], CancellationToken.None);

    private bool OnDisk() => temporary.Files.Any(path =>
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(secret) >= 0;
    });
}
