using System.Security.Cryptography;
using CsCheck;
using FluentAssertions;
using Qijiang.Core;
using Qijiang.Core.Ballots;
using Xunit;

namespace Qijiang.Storage.Contracts.Ballots;

/// <summary>What every ballot scheme promises. A scheme's test class inherits it and says how a poll's key is made and a ballot is sealed.</summary>
public abstract class BallotSchemeContract
{
    /// <summary>The scheme under test.</summary>
    protected abstract IBallotScheme Scheme { get; }

    /// <summary>A new poll's public data, and the contributions that open its tally, all of them needed.</summary>
    protected abstract (string SchemeData, IReadOnlyList<TallyContribution> Contributions) NewPoll();

    /// <summary>Seals a choice, without checking it.</summary>
    protected abstract SealedBallot Seal(PollFrame frame, VotingRight right, BallotChoice choice);

    private static readonly BoxSeal _seal = new("sha-256:root", 0, 0, 0);
    private static readonly BallotChoice _blank = new([]);
    private static readonly BallotChoice _all = Marks((0, "for"), (1, "for"), (2, "against"));

    [Fact]
    public void Every_choice_has_one_length()
    {
        var (poll, roll) = Poll(27);
        var lengths = Choices().Select((choice, i) => Seal(poll.Frame, roll[i], choice).Payload.Length).ToList();

        lengths.Distinct().Should().ContainSingle();
    }

    [Fact]
    public void The_same_choice_sealed_twice_is_not_the_same_bytes()
    {
        var (poll, roll) = Poll(2);

        Seal(poll.Frame, roll[0], _all).Payload.ToArray().Should().NotEqual(Seal(poll.Frame, roll[0], _all).Payload.ToArray());
    }

    [Fact]
    public void It_takes_its_own_ballots_and_refuses_what_is_none()
    {
        var (poll, roll) = Poll(1);
        var ballot = Seal(poll.Frame, roll[0], _all);

        Scheme.CheckBallot(poll.Frame, roll[0], ballot).Should().BeNull();
        Scheme.CheckBallot(poll.Frame, roll[0], ballot with { Scheme = "other" }).Should().BeOfType<BallotMalformed>();
        Scheme.CheckBallot(poll.Frame, roll[0], ballot with { Payload = ballot.Payload[..^1] }).Should().BeOfType<BallotMalformed>();
        Scheme.CheckBallot(poll.Frame, roll[0], ballot with { Payload = default }).Should().BeOfType<BallotMalformed>();
        Scheme.CheckBallot(poll.Frame, roll[0], ballot with { Payload = new byte[ballot.Payload.Length] }).Should().BeOfType<BallotMalformed>();
    }

    [Fact]
    public void It_runs_a_sound_frame_and_no_other()
    {
        var (poll, _) = Poll(3);

        Scheme.CheckFrame(poll.Frame).Should().BeNull();
        Scheme.CheckFrame(poll.Frame with { AllDeputies = 4 }).Should().BeOfType<FrameUnusable>("its hash no longer holds");
        Scheme.CheckFrame(BallotFrames.Of(BallotFrames.Roll(3), "other", poll.Frame.SchemeData)).Should().BeOfType<FrameUnusable>();
        Scheme.CheckFrame(BallotFrames.Of(BallotFrames.Roll(3), Scheme.Id, "bm8ga2V5")).Should().BeOfType<FrameUnusable>();
        Scheme.CheckFrame(BallotFrames.Of(BallotFrames.Roll(3), Scheme.Id, poll.Frame.SchemeData, candidates: 0)).Should().BeOfType<FrameUnusable>();
    }

    [Fact]
    public void The_tally_equals_the_count_of_what_was_sealed() => Gen.Int[0, 26].Array[0, 20].Sample(
        picks =>
        {
            var (poll, roll) = Poll(20);
            var choices = picks.Select(pick => Choices()[pick]).ToList();

            var done = Run(poll, choices.Select((choice, i) => Ballot(roll[i], Seal(poll.Frame, roll[i], choice))));

            done.Counts.Ballots.Should().Be(choices.Count);
            done.Counts.Void.Should().Be(0);
            for (var c = 0; c < 3; c++)
                done.Counts.Votes[c].Should().Equal(Options.Select(option => choices.Count(choice => choice.Has($"p{c:00}", option))));
        },
        iter: 20);

    [Fact]
    public void Every_ballot_style_can_be_counted()
    {
        var (ticks, roll) = Poll(2, BallotStyle.TickUpToSeats);
        Run(ticks, [Ballot(roll[0], Seal(ticks.Frame, roll[0], new([new("list", ["p00", "p02"])]))), Ballot(roll[1], Seal(ticks.Frame, roll[1], new([new("list", ["p02"])])))])
            .Counts.Should().Be(new TallyCounts(2, 0, [[1, 0, 2]]));

        var (whole, rolled) = Poll(2, BallotStyle.WholeListYesNoAbstain);
        Run(whole, [Ballot(rolled[0], Seal(whole.Frame, rolled[0], new([new("list", ["against"])]))), Ballot(rolled[1], Seal(whole.Frame, rolled[1], _blank))])
            .Counts.Should().Be(new TallyCounts(2, 0, [[0, 1, 0]]));
    }

    [Fact]
    public void A_ballot_under_another_right_is_void()
    {
        var (poll, roll) = Poll(2);
        var ballot = Seal(poll.Frame, roll[0], _all);

        Run(poll, [Ballot(roll[0], ballot), Ballot(roll[1], ballot)]).Counts.Should().Be(new TallyCounts(2, 1, [[1, 0, 0], [1, 0, 0], [0, 1, 0]]));
    }

    [Fact]
    public void A_ballot_from_another_frame_is_void()
    {
        var (poll, roll) = Poll(1);
        var other = poll.Frame with { Hash = "sha-256:other" };

        Run(poll, [Ballot(roll[0], Seal(other, roll[0], _all))]).Counts.Void.Should().Be(1);
    }

    [Fact]
    public void A_ballot_of_another_scheme_or_with_changed_bytes_is_void()
    {
        var (poll, roll) = Poll(2);
        var ballot = Seal(poll.Frame, roll[0], _all);
        var changed = ballot.Payload.ToArray();
        changed[^1]++;

        Run(poll, [Ballot(roll[0], ballot with { Scheme = "other" }), Ballot(roll[1], ballot with { Payload = changed })])
            .Counts.Should().Be(new TallyCounts(2, 2, [[0, 0, 0], [0, 0, 0], [0, 0, 0]]));
    }

    [Fact]
    public void A_ballot_that_breaks_the_rules_is_void_however_it_got_in()
    {
        var (poll, roll) = Poll(2);

        Run(poll, [Ballot(roll[0], Seal(poll.Frame, roll[0], new([new("p00", ["for", "against"])]))), Ballot(roll[1], Seal(poll.Frame, roll[1], _all))])
            .Counts.Should().Be(new TallyCounts(2, 1, [[1, 0, 0], [1, 0, 0], [0, 1, 0]]));
    }

    [Fact]
    public void It_waits_for_contributions_and_names_whose_was_no_good()
    {
        var (poll, roll) = Poll(1);
        var waiting = Scheme.BeginTally(poll.Frame, _seal, [Ballot(roll[0], Seal(poll.Frame, roll[0], _all))]);

        waiting.Should().BeOfType<TallyState.Waiting>().Which.Should().BeEquivalentTo(new { Needed = poll.Contributions.Count, Have = 0 });
        foreach (var bad in new[] { NewPoll().Contributions[0].Data, default, RandomNumberGenerator.GetBytes(32) })
            Scheme.Contribute(poll.Frame, waiting, new("mallory", bad)).Should().BeOfType<TallyState.Waiting>().Which.Refused.Should().Equal("mallory");
        Finish(poll, Scheme.Contribute(poll.Frame, waiting, new("mallory", default))).Should().BeOfType<TallyState.Done>("a bad contribution spoils nothing");
    }

    [Fact]
    public void Once_done_nothing_changes_any_more()
    {
        var (poll, roll) = Poll(1);
        var done = Run(poll, [Ballot(roll[0], Seal(poll.Frame, roll[0], _all))]);

        Scheme.Contribute(poll.Frame, done, poll.Contributions[0]).Should().BeSameAs(done);
    }

    [Fact]
    public void No_order_of_ballots_shows_in_the_result_or_its_evidence()
    {
        var (poll, roll) = Poll(27);
        var ballots = Choices().Select((choice, i) => Ballot(roll[i], Seal(poll.Frame, roll[i], choice))).ToArray();

        var straight = Run(poll, ballots);
        var turned = Run(poll, ballots.Reverse());

        turned.Counts.Should().Be(straight.Counts);
        turned.Evidence.ToArray().Should().Equal(straight.Evidence.ToArray());
    }

    [Fact]
    public void The_evidence_is_enough_to_count_again()
    {
        var (poll, roll) = Poll(27);
        var done = Run(poll, Choices().Select((choice, i) => Ballot(roll[i], Seal(poll.Frame, roll[i], choice))).Append(Ballot(roll[0], new(Scheme.Id, new byte[7]))));

        Scheme.CountAgain(poll.Frame, done.Evidence).Should().Be(done.Counts);
        Scheme.CountAgain(poll.Frame, done.Evidence[..^1]).Should().BeNull();
        Scheme.CountAgain(poll.Frame, default).Should().BeNull();
    }

    private static readonly string[] Options = ["for", "against", "abstain"];

    private static List<BallotChoice> Choices() =>
        [.. from a in Options from b in Options from c in Options select Marks((0, a), (1, b), (2, c))];

    private static BallotChoice Marks(params (int Candidate, string Option)[] marks) =>
        new(marks.Select(mark => new ContestChoice($"p{mark.Candidate:00}", [mark.Option])).ToValueList());

    private static CountedBallot Ballot(VotingRight right, SealedBallot ballot) => new(right, BallotChannel.Device, ballot);

    private TallyState.Done Run(OnePoll poll, IEnumerable<CountedBallot> ballots) =>
        Finish(poll, Scheme.BeginTally(poll.Frame, _seal, ballots)).Should().BeOfType<TallyState.Done>().Subject;

    private TallyState Finish(OnePoll poll, TallyState state) =>
        poll.Contributions.Aggregate(state, (so_far, contribution) => Scheme.Contribute(poll.Frame, so_far, contribution));

    private (OnePoll Poll, ValueList<VotingRight> Roll) Poll(int places, BallotStyle style = BallotStyle.PerItemYesNoAbstain)
    {
        var (data, contributions) = NewPoll();
        var roll = BallotFrames.Roll(places);
        return (new(BallotFrames.Of(roll, Scheme.Id, data, style: style), contributions), roll);
    }

    private sealed record OnePoll(PollFrame Frame, IReadOnlyList<TallyContribution> Contributions);
}
