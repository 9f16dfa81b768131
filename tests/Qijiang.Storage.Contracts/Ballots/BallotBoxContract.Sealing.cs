using FluentAssertions;
using Qijiang.Backend.Ballots;
using Qijiang.Backend.Storage;
using Qijiang.Core.Ballots;
using Xunit;

namespace Qijiang.Storage.Contracts.Ballots;

/// <summary>Sealing and reading.</summary>
public abstract partial class BallotBoxContract
{
    [Fact]
    public async Task After_sealing_nothing_is_taken_and_what_was_recorded_is_still_answered()
    {
        var (frame, roll) = await OpenBox(3);
        await Cast(frame, roll[0], "k", Ballot(1));
        var seal = await Seal(frame);

        (await Cast(frame, roll[1], "k", Ballot(1))).Should().Be(new CastOutcome.Refused(new BoxSealed()));
        (await Withdraw(frame, roll[1])).Should().Be(new BoxSealed());
        (await Cast(frame, roll[0], "k", Ballot(1))).Should().Be(new CastOutcome.Recorded(Repeat: true));
        (await Seal(frame)).Should().Be(seal);
    }

    [Fact]
    public async Task Reading_twice_gives_the_same_sequence_by_right_whatever_the_order_of_casting()
    {
        var (frame, roll) = await OpenBox(50);
        foreach (var right in roll.OrderByDescending(right => right.Value, StringComparer.Ordinal)) await Cast(frame, right, "k", Ballot(1));
        var seal = await Seal(frame);

        var first = (await Read(frame, seal)).Select(ballot => ballot.Right!.Value.Value).ToList();
        var second = (await Read(frame, seal)).Select(ballot => ballot.Right!.Value.Value).ToList();

        first.Should().Equal(roll.Select(right => right.Value).Order(StringComparer.Ordinal));
        second.Should().Equal(first);
    }

    [Fact]
    public async Task The_counts_of_the_seal_agree_with_the_ballots_read()
    {
        var (frame, roll) = await OpenBox(30);
        foreach (var right in roll.Take(11)) await Cast(frame, right, "k", Ballot(1));
        foreach (var right in roll.Skip(11).Take(4)) await Withdraw(frame, right);
        var seal = await Seal(frame);

        seal.Should().BeEquivalentTo(new { Cast = 11, Withdrawn = 4, Unused = 15 });
        (await Read(frame, seal)).Should().HaveCount(11);
    }

    [Fact]
    public async Task A_ballot_changed_behind_the_seal_is_noticed()
    {
        var (frame, roll) = await OpenBox(3);
        await Cast(frame, roll[0], "k", Ballot(1, 2, 3));
        var seal = await Seal(frame);
        var row = await RowOf(frame, roll[0]);
        var changed = row.Data.ToArray();
        changed[^1]++;

        await WritePast("ballots", row.Partition, new Change.Upsert(row.Key, changed));

        await ((Func<Task>)(() => Read(frame, seal))).Should().ThrowAsync<InvalidDataException>();
    }

    [Fact]
    public async Task A_ballot_taken_out_behind_the_seal_is_noticed()
    {
        var (frame, roll) = await OpenBox(3);
        await Cast(frame, roll[0], "k", Ballot(1));
        var seal = await Seal(frame);
        var row = await RowOf(frame, roll[0]);

        await WritePast("ballots", row.Partition, new Change.Delete(row.Key, null));

        await ((Func<Task>)(() => Read(frame, seal))).Should().ThrowAsync<InvalidDataException>();
    }

    [Fact]
    public async Task A_ballot_stuffed_under_a_right_of_its_own_is_noticed()
    {
        var (frame, roll) = await OpenBox(3);
        await Cast(frame, roll[0], "k", Ballot(1));
        var row = await RowOf(frame, roll[0]);

        await WritePast("ballots", row.Partition, new Change.Insert("0000stuffed", row.Data));

        await ((Func<Task>)(() => Seal(frame))).Should().ThrowAsync<InvalidDataException>();
    }

    [Fact]
    public async Task A_place_added_to_the_roll_is_noticed()
    {
        var (frame, roll) = await OpenBox(3);
        var place = (await Rows.GetAsync("rolls", $"{frame.Congress}|{frame.Poll}", roll[0].Value, CancellationToken.None))!;

        await WritePast("rolls", place.Partition, new Change.Insert("0000added", place.Data));

        await ((Func<Task>)(() => Seal(frame))).Should().ThrowAsync<InvalidDataException>();
    }
}
