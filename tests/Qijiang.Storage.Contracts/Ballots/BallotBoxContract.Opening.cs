using FluentAssertions;
using Qijiang.Backend.Storage;
using Qijiang.Core.Ballots;
using Qijiang.Storage.Contracts.Faults;
using Xunit;

namespace Qijiang.Storage.Contracts.Ballots;

/// <summary>Opening.</summary>
public abstract partial class BallotBoxContract
{
    [Fact]
    public async Task A_roll_longer_than_a_commit_is_opened_and_sealed()
    {
        var (frame, roll) = await OpenBox(450);

        (await Box.ParticipationAsync(frame, CancellationToken.None)).Roll.Should().Be(450);
        (await Seal(frame)).Should().BeEquivalentTo(new { Cast = 0, Withdrawn = 0, Unused = 450 });
        roll.Should().HaveCount(450);
    }

    [Fact]
    public async Task Opening_again_changes_nothing_also_by_several_at_once()
    {
        var roll = BallotFrames.Roll(250);
        var frame = BallotFrames.Of(roll);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Box.OpenAsync(frame, roll, CancellationToken.None)));
        await Cast(frame, roll[0], "k", Ballot(1));
        await Box.OpenAsync(frame, roll, CancellationToken.None);

        (await Seal(frame)).Should().BeEquivalentTo(new { Cast = 1, Withdrawn = 0, Unused = 249 });
    }

    [Fact]
    public async Task A_box_opened_by_half_is_not_sealed_and_can_be_opened_to_the_end()
    {
        var roll = BallotFrames.Roll(150);
        var frame = BallotFrames.Of(roll);
        var dying = () => new Backend.Ballots.BallotBox(new FaultyRowStore(Rows, FaultPlan.At(3, FaultKind.Before))).OpenAsync(frame, roll, CancellationToken.None);
        await dying.Should().ThrowAsync<IOException>("the process dies between two batches");

        await ((Func<Task>)(() => Seal(frame))).Should().ThrowAsync<InvalidDataException>();
        await Box.OpenAsync(frame, roll, CancellationToken.None);
        (await Seal(frame)).Roll.Should().Be(150);
    }

    [Fact]
    public async Task The_roll_is_the_one_of_the_frame()
    {
        var roll = BallotFrames.Roll(3);

        var other = () => Box.OpenAsync(BallotFrames.Of(roll), BallotFrames.Roll(3), CancellationToken.None);

        await other.Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task A_poll_has_one_frame()
    {
        var (frame, roll) = await OpenBox(3);

        var other = () => Box.OpenAsync(frame with { Hash = "sha-256:other" }, roll, CancellationToken.None);

        await other.Should().ThrowAsync<InvalidDataException>();
    }

    [Fact]
    public async Task Nothing_in_the_rows_says_in_which_order_the_roll_was_given()
    {
        var (frame, roll) = await OpenBox(40);

        var rows = await ToList(Rows.ScanAsync("rolls", $"{frame.Congress}|{frame.Poll}", "", "", null, CancellationToken.None));

        rows.Select(row => row.Key).Should().Equal(roll.Select(right => right.Value).Order(StringComparer.Ordinal));
        rows.Select(row => Convert.ToHexString(row.Data.Span)).Distinct().Should().ContainSingle("every row says the same");
    }

    /// <summary>Writes past the box, as somebody with the database in hand could.</summary>
    private Task<CommitResult> WritePast(string table, string partition, Change change) => Rows.CommitAsync(table, partition, [change], [], CancellationToken.None);

    private async Task<Row> RowOf(PollFrame frame, VotingRight right)
    {
        for (var shard = 0; shard < 16; shard++)
            if (await Rows.GetAsync("ballots", $"{frame.Congress}|{frame.Poll}|{shard:x}", right.Value, CancellationToken.None) is { } row) return row;
        throw new InvalidOperationException("no such row");
    }
}
