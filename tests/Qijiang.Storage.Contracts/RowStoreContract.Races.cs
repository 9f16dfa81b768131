using FluentAssertions;
using Qijiang.Backend.Storage;
using Xunit;

namespace Qijiang.Storage.Contracts;

public abstract partial class RowStoreContract
{
    [Fact]
    public async Task Of_eight_concurrent_inserts_of_a_row_one_wins()
    {
        var results = await AtOnce(writer => Commit(P, Insert("a", $"writer {writer}"), Insert($"of-{writer}")));

        var winner = results.ToList().FindIndex(result => result is CommitResult.Committed);
        results.OfType<CommitResult.Conflict>().Should().HaveCount(7).And.AllBeEquivalentTo(new CommitResult.Conflict("a"));
        (await Scan(P)).Select(row => row.Key).Should().Equal("a", $"of-{winner}");
        Text(await Get(P, "a")).Should().Be($"writer {winner}");
    }

    [Fact]
    public async Task Of_eight_concurrent_replaces_under_one_etag_one_wins()
    {
        var etag = await Put("a");

        var results = await AtOnce(writer => Commit(P, Replace("a", etag, $"writer {writer}")));

        var winner = results.ToList().FindIndex(result => result is CommitResult.Committed);
        results.OfType<CommitResult.Conflict>().Should().HaveCount(7);
        Text(await Get(P, "a")).Should().Be($"writer {winner}");
    }

    [Fact]
    public async Task Eight_writers_who_read_and_replace_until_they_win_lose_no_step()
    {
        await Put("count", "0");

        await AtOnce(async _ =>
        {
            while (true)
            {
                var row = (await Get(P, "count"))!;
                var next = int.Parse(Text(row), System.Globalization.CultureInfo.InvariantCulture) + 1;
                if (await Commit(P, Replace("count", row.ETag, next.ToString(System.Globalization.CultureInfo.InvariantCulture))) is CommitResult.Committed done)
                    return done;
            }
        });

        Text(await Get(P, "count")).Should().Be("8");
    }

    [Fact]
    public async Task What_was_committed_is_read_at_once_by_whoever_asks()
    {
        for (var i = 0; i < 20; i++)
        {
            var key = $"k{i:00}";
            await Commit(P, Insert(key));
            (await Get(P, key)).Should().NotBeNull();
            (await Scan(P)).Should().HaveCount(i + 1);
        }
    }

    private static Task<CommitResult[]> AtOnce(Func<int, Task<CommitResult>> write) =>
        Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() => write(writer))));
}
