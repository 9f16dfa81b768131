using FluentAssertions;
using Qijiang.Backend.Storage;
using Xunit;

namespace Qijiang.Storage.Contracts;

public abstract partial class RowStoreContract
{
    [Fact]
    public async Task A_commit_that_is_not_there_is_looked_for_again_later()
    {
        (await Check("a", giveUp: false)).Should().Be(CommitState.NotYet);

        (await Get(P, "a")).Should().BeNull();
    }

    [Fact]
    public async Task A_commit_that_was_given_up_never_happens()
    {
        (await Check("a", giveUp: true)).Should().Be(CommitState.Never);

        (await Commit(P, Insert("a"), Insert("b"))).Should().Be(new CommitResult.Conflict("a"));
        (await Scan(P)).Should().ContainSingle().Which.Should().Match<Row>(row => row.Key == "a" && VoidRow.IsVoid(row));
        (await Check("a", giveUp: false)).Should().Be(CommitState.Never);
        (await Check("a", giveUp: true)).Should().Be(CommitState.Never);
    }

    [Fact]
    public async Task A_void_row_is_scanned_and_replaced_like_any_other()
    {
        await Check("a", giveUp: true);
        var etag = (await Get(P, "a"))!.ETag;

        (await Commit(P, Replace("a", etag, "written"))).Should().BeOfType<CommitResult.Committed>();

        Text(await Get(P, "a")).Should().Be("written");
    }

    [Fact]
    public async Task Giving_up_touches_no_row_that_is_there()
    {
        var etag = await Put("a");

        await Check("a", giveUp: true);

        (await Get(P, "a"))!.ETag.Should().Be(etag);
    }

    private async Task<CommitState> Check(string key, bool giveUp) =>
        await Rows.CheckAsync(new CommitRef(Table, P, key, "c0ffee00c0ffee00"), giveUp, CancellationToken.None);
}
