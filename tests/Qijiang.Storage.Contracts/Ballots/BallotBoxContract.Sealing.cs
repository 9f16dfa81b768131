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

    [Fact]
    public async Task Whatever_fails_between_two_row_operations_trying_again_ends_in_the_same_box()
    {
        for (var at = 1; ; at++)
        {
            var before = await Disturbed(at, answerLost: false);
            var after = await Disturbed(at, answerLost: true);
            if (!before && !after)
            {
                at.Should().BeGreaterThan(20, "every operation of the course has failed once");
                return;
            }
        }
    }

    /// <summary>A whole course that fails at one operation, with every step tried again as its caller would; false where it was over before.</summary>
    private async Task<bool> Disturbed(int at, bool answerLost)
    {
        var roll = BallotFrames.Roll(5);
        var frame = BallotFrames.Of(roll);
        var store = new DisturbedRowStore(Rows, at, answerLost);
        var box = new BallotBox(store);

        await Again(async () => { await box.OpenAsync(frame, roll, CancellationToken.None); return true; });
        for (var i = 0; i < 3; i++)
        {
            var right = roll[i];
            var outcome = await Again(() => box.CastAsync(frame, right, "k", Ballot((byte)(i + 1)), CancellationToken.None));
            outcome.Should().BeOfType<CastOutcome.Recorded>();
        }
        (await Again(() => box.WithdrawAsync(frame, roll[3], Withdrawal.RightVoid, CancellationToken.None))).Should().BeNull();
        var seal = await Again(() => box.SealAsync(frame, CancellationToken.None));
        var ballots = await Again(() => ToList(box.ReadAsync(frame, seal, CancellationToken.None)));

        seal.Should().BeEquivalentTo(new { Cast = 3, Withdrawn = 1, Unused = 1 });
        ballots.ToDictionary(ballot => ballot.Right!.Value, ballot => ballot.Ballot.Payload.Span[0])
            .Should().BeEquivalentTo(new Dictionary<VotingRight, byte> { [roll[0]] = 1, [roll[1]] = 2, [roll[2]] = 3 });
        return store.HasFailed;
    }

    private static async Task<T> Again<T>(Func<Task<T>> step)
    {
        try
        {
            return await step();
        }
        catch (IOException)
        {
            return await step();
        }
    }
}
