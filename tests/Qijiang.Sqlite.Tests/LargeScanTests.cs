using FluentAssertions;
using Qijiang.Backend.Storage;
using Xunit;

namespace Qijiang.Sqlite.Tests;

/// <summary>Scans that take more than one page by their bytes.</summary>
public sealed class LargeScanTests : IDisposable
{
    private readonly TemporaryDatabase temporary = new(TimeProvider.System);

    public void Dispose() => temporary.Dispose();

    [Theory]
    [InlineData("", "", null, "0 1 2 3 4 5 6 7 8 9")]
    [InlineData("1", "9", null, "1 2 3 4 5 6 7 8")]
    [InlineData("1", "", 7, "1 2 3 4 5 6 7")]
    [InlineData("", "", 5, "0 1 2 3 4")]
    public async Task Big_rows_come_all_and_once(string from, string before, int? limit, string expected)
    {
        var store = await WithBigRows();

        List<string> keys = [];
        await foreach (var row in store.ScanAsync("table", "p", from, before, limit, CancellationToken.None))
            keys.Add(row.Key);

        string.Join(' ', keys).Should().Be(expected);
    }

    [Fact]
    public async Task A_table_of_big_rows_comes_all_and_once()
    {
        var store = await WithBigRows();

        List<string> keys = [];
        await foreach (var row in store.ScanTableAsync("table", null, CancellationToken.None))
            keys.Add(row.Key);

        string.Concat(keys).Should().Be("0123456789");
    }

    private async Task<SqliteRowStore> WithBigRows()
    {
        var store = new SqliteRowStore(temporary.Open());
        for (var i = 0; i < 10; i++)
            await store.CommitAsync("table", "p", [new Change.Insert($"{i}", new byte[StoreLimits.MaxRowBytes])], [], CancellationToken.None);
        return store;
    }
}
