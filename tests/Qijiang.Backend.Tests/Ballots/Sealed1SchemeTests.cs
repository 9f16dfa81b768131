using System.Text;
using FluentAssertions;
using Qijiang.Backend.Ballots;
using Qijiang.Core.Ballots;
using Qijiang.Storage.Contracts.Ballots;
using Xunit;

namespace Qijiang.Backend.Tests.Ballots;

public sealed class Sealed1SchemeTests : BallotSchemeContract
{
    private readonly Sealed1Scheme scheme = new();

    protected override IBallotScheme Scheme => scheme;

    protected override (string SchemeData, IReadOnlyList<TallyContribution> Contributions) NewPoll()
    {
        var (open, secret) = Hpke.NewKeyPair();
        return (Convert.ToBase64String(open), [new("key-port", secret)]);
    }

    // As the scheme seals, but without its check: a ballot that breaks the rules could get in only past Qijiang.
    protected override SealedBallot Seal(PollFrame frame, VotingRight right, BallotChoice choice) => new(
        Sealed1Scheme.Name,
        Hpke.Seal(
            Convert.FromBase64String(frame.SchemeData),
            Encoding.UTF8.GetBytes($"qijiang|sealed-1|{frame.Hash}"),
            Encoding.ASCII.GetBytes(right.Value),
            BallotPaper.Write(frame, choice)));

    [Fact]
    public void A_choice_is_checked_before_it_is_sealed()
    {
        var roll = BallotFrames.Roll(2);
        var frame = BallotFrames.Of(roll, Sealed1Scheme.Name, NewPoll().SchemeData);

        scheme.Seal(frame, roll[0], new([new("p00", ["for", "against"])]), out var refused).Should().BeOfType<TooManyMarks>().Which.Rule!.Id.Should().Be("LIV-16");
        refused.Should().BeNull();
        scheme.Seal(frame, roll[0], new([new("p00", ["for"])]), out var ballot).Should().BeNull();
        scheme.CheckBallot(frame, roll[0], ballot!).Should().BeNull();
    }

    [Fact]
    public void The_evidence_holds_the_opened_ballots_in_the_order_of_their_contents()
    {
        var roll = BallotFrames.Roll(3);
        var (data, contributions) = NewPoll();
        var frame = BallotFrames.Of(roll, Sealed1Scheme.Name, data);
        BallotChoice[] choices = [new([new("p01", ["for"])]), new([]), new([new("p00", ["for"])])];

        var state = scheme.BeginTally(frame, new("root", 3, 0, 0), choices.Select((choice, i) => new CountedBallot(roll[i], BallotChannel.Device, Seal(frame, roll[i], choice))));
        var done = (TallyState.Done)scheme.Contribute(frame, state, contributions[0]);

        // Format 1, none unreadable; then version 1 and nine bits a ballot: blank, p00 for (bit 0), p01 for (bit 3).
        done.Evidence.ToArray().Should().Equal(1, 0, 0, 0, 0, 1, 0b0000_0000, 0, 1, 0b0000_0001, 0, 1, 0b0000_1000, 0);
    }
}
