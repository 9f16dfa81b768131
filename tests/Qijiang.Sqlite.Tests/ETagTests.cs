using FluentAssertions;
using Qijiang.Backend.Storage;
using Xunit;

namespace Qijiang.Sqlite.Tests;

/// <summary>An ETag says nothing but "changed": roll and ballot must not be linked by it.</summary>
public sealed class ETagTests : IDisposable
{
    private readonly TemporaryDatabase temporary = new(TimeProvider.System);

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task ETags_tell_neither_order_nor_contents()
    {
        var store = new SqliteRowStore(temporary.Open());
        List<string> etags = [];
        for (var i = 0; i < 50; i++)
            etags.Add(((CommitResult.Committed)await store.CommitAsync("box", "p", [new Change.Insert($"{i:00}", new byte[8])], [], CancellationToken.None)).ETags[$"{i:00}"]);

        etags.Should().OnlyHaveUniqueItems().And.OnlyContain(etag => etag.Length == 16);
        etags.Should().NotBeInAscendingOrder(StringComparer.Ordinal).And.NotBeInDescendingOrder(StringComparer.Ordinal);
        etags.Select(etag => etag[..2]).Distinct().Should().HaveCountGreaterThan(10);
    }

    [Theory]
    [InlineData("no etag of ours")]
    [InlineData("\"W/1\"")]
    [InlineData("00000000000000000000")]
    public async Task A_text_that_is_no_etag_is_a_conflict(string etag)
    {
        var store = new SqliteRowStore(temporary.Open());
        await store.CommitAsync("table", "p", [new Change.Insert("a", new byte[1])], [], CancellationToken.None);

        (await store.CommitAsync("table", "p", [new Change.Replace("a", etag, new byte[2])], [], CancellationToken.None)).Should().Be(new CommitResult.Conflict("a"));
        (await store.CommitAsync("table", "p", [new Change.Insert("b", new byte[1]), new Change.Delete("c", etag)], [], CancellationToken.None)).Should().Be(new CommitResult.Conflict("c"));
    }
}
