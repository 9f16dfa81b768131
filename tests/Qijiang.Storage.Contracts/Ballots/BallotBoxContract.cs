using FluentAssertions;
using Qijiang.Backend.Ballots;
using Qijiang.Core;
using Qijiang.Core.Ballots;
using Xunit;

namespace Qijiang.Storage.Contracts.Ballots;

/// <summary>
/// What the ballot box promises, over whatever row store an engine gives. An engine's test class inherits it and says how a
/// clean store is had. One file an aspect: casting, races, sealing, failures.
/// </summary>
public abstract partial class BallotBoxContract : StorageContract
{
    private BallotBox Box => new(Rows);

    private static SealedBallot Ballot(params byte[] bytes) => new("test-1", bytes);

    private async Task<(PollFrame Frame, ValueList<VotingRight> Roll)> OpenBox(int places)
    {
        var roll = BallotFrames.Roll(places);
        var frame = BallotFrames.Of(roll);
        await Box.OpenAsync(frame, roll, CancellationToken.None);
        return (frame, roll);
    }

    private Task<CastOutcome> Cast(PollFrame frame, VotingRight right, string key, SealedBallot ballot) =>
        Box.CastAsync(frame, right, key, ballot, CancellationToken.None);

    private Task<Refusal?> Withdraw(PollFrame frame, VotingRight right) => Box.WithdrawAsync(frame, right, Withdrawal.PaperIssued, CancellationToken.None);

    private Task<BoxSeal> Seal(PollFrame frame) => Box.SealAsync(frame, CancellationToken.None);

    private Task<IReadOnlyList<CountedBallot>> Read(PollFrame frame, BoxSeal seal) => ToList(Box.ReadAsync(frame, seal, CancellationToken.None));

    [Fact]
    public async Task A_ballot_that_is_cast_is_recorded_and_lies_in_the_box_as_it_was()
    {
        var (frame, roll) = await OpenBox(3);

        (await Cast(frame, roll[1], "k", Ballot(1, 2, 3))).Should().Be(new CastOutcome.Recorded(Repeat: false));

        var ballot = (await Read(frame, await Seal(frame))).Should().ContainSingle().Subject;
        ballot.Right.Should().Be(roll[1]);
        ballot.Channel.Should().Be(BallotChannel.Device);
        ballot.Ballot.Scheme.Should().Be("test-1");
        ballot.Ballot.Payload.ToArray().Should().Equal(1, 2, 3);
    }

    [Fact]
    public async Task A_lost_answer_that_is_asked_for_again_gets_the_same_answer()
    {
        var (frame, roll) = await OpenBox(2);
        await Cast(frame, roll[0], "k", Ballot(1));

        // Sealed again on the server, the same attempt has other bytes.
        (await Cast(frame, roll[0], "k", Ballot(9))).Should().Be(new CastOutcome.Recorded(Repeat: true));
        (await Cast(frame, roll[0], "other", Ballot(1))).Should().Be(new CastOutcome.Recorded(Repeat: true), "the same bytes are the same ballot");

        (await Read(frame, await Seal(frame))).Single().Ballot.Payload.ToArray().Should().Equal(1);
    }

    [Fact]
    public async Task An_answer_that_was_lost_can_be_recalled_after_closing_without_casting_anything()
    {
        var (frame, roll) = await OpenBox(2);
        await Cast(frame, roll[0], "k", Ballot(1));

        (await Box.RecallAsync(frame, roll[0], "k", CancellationToken.None)).Should().Be(new CastOutcome.Recorded(Repeat: true));
        (await Box.RecallAsync(frame, roll[0], "other", CancellationToken.None)).Should().Be(new CastOutcome.AlreadyCast());
        (await Box.RecallAsync(frame, roll[1], "k", CancellationToken.None)).Should().BeNull("nothing was cast under it");
        (await Seal(frame)).Cast.Should().Be(1);
        (await Box.RecallAsync(frame, roll[1], "k", CancellationToken.None)).Should().BeNull("unused is not cast");
    }

    [Fact]
    public async Task Another_ballot_under_the_same_right_is_not_taken()
    {
        var (frame, roll) = await OpenBox(2);
        await Cast(frame, roll[0], "k", Ballot(1));

        (await Cast(frame, roll[0], "other", Ballot(2))).Should().Be(new CastOutcome.AlreadyCast());

        (await Read(frame, await Seal(frame))).Single().Ballot.Payload.ToArray().Should().Equal(1);
    }

    [Fact]
    public async Task One_key_on_two_rights_is_two_ballots()
    {
        var (frame, roll) = await OpenBox(2);

        (await Cast(frame, roll[0], "k", Ballot(1))).Should().Be(new CastOutcome.Recorded(Repeat: false));
        (await Cast(frame, roll[1], "k", Ballot(1))).Should().Be(new CastOutcome.Recorded(Repeat: false));
    }

    [Fact]
    public async Task A_right_that_is_not_on_the_roll_casts_nothing()
    {
        var (frame, roll) = await OpenBox(2);
        var (_, others) = await OpenBox(2);

        foreach (var stranger in new[] { others[0], new VotingRight("not a key / of any store"), new VotingRight("") })
        {
            (await Cast(frame, stranger, "k", Ballot(1))).Should().Be(new CastOutcome.Refused(new RightUnknown()));
            (await Withdraw(frame, stranger)).Should().Be(new RightUnknown());
        }

        (await Seal(frame)).Cast.Should().Be(0);
    }

    [Fact]
    public async Task Before_the_box_is_open_nothing_is_taken()
    {
        var roll = BallotFrames.Roll(2);

        (await Cast(BallotFrames.Of(roll), roll[0], "k", Ballot(1))).Should().Be(new CastOutcome.Refused(new RightUnknown()));
    }

    [Fact]
    public async Task A_ballot_for_another_frame_of_the_poll_is_not_taken()
    {
        var (frame, roll) = await OpenBox(2);

        (await Cast(frame with { Hash = "sha-256:other" }, roll[0], "k", Ballot(1))).Should().Be(new CastOutcome.Refused(new RightUnknown()));
    }

    [Fact]
    public async Task A_withdrawn_right_casts_nothing_and_a_used_one_is_not_withdrawn()
    {
        var (frame, roll) = await OpenBox(3);
        await Cast(frame, roll[1], "k", Ballot(1));

        (await Withdraw(frame, roll[0])).Should().BeNull();
        (await Withdraw(frame, roll[0])).Should().BeNull("asked again");
        (await Cast(frame, roll[0], "k", Ballot(1))).Should().Be(new CastOutcome.Refused(new RightWithdrawn()));
        (await Withdraw(frame, roll[1])).Should().Be(new BallotAlreadyCast());
        (await Seal(frame)).Should().BeEquivalentTo(new { Cast = 1, Withdrawn = 1, Unused = 1 });
    }

    [Fact]
    public async Task Participation_counts_the_roll_the_ballots_and_the_withdrawals()
    {
        var (frame, roll) = await OpenBox(5);
        await Cast(frame, roll[0], "k", Ballot(1));
        await Cast(frame, roll[1], "k", Ballot(1));
        await Withdraw(frame, roll[2]);

        (await Box.ParticipationAsync(frame, CancellationToken.None)).Should().Be(new Participation(Roll: 5, Cast: 2, Withdrawn: 1));
        await Seal(frame);
        (await Box.ParticipationAsync(frame, CancellationToken.None)).Should().Be(new Participation(Roll: 5, Cast: 2, Withdrawn: 1));
    }
}
