using FluentAssertions;
using Qijiang.Core.Ballots;
using Xunit;
using static Qijiang.Core.Tests.Ballots.SampleFrames;

namespace Qijiang.Core.Tests.Ballots;

/// <summary>The reference calculation of the rules dossier (section 4.1): 287 in office, 259 present, 10 seats, 12 candidates.</summary>
public sealed class PollCountTests
{
    private static readonly Turnout _of259 = new(AllDeputies: 287, Present: 259, Issued: 259, Collected: 259);
    private static readonly PollFrame _frame = Frame(Rules(), Twelve);

    [Fact]
    public void Of_287_deputies_192_are_a_quorum_and_144_a_majority()
    {
        var outcome = Count([200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 100, 100]);

        outcome.QuorumNeeded.Should().Be(192);
        outcome.VotesNeeded.Should().Be(144);
        outcome.Verdict.Should().Be(PollVerdict.Valid);
    }

    [Fact]
    public void With_143_votes_of_178_valid_ballots_a_project_fails_although_that_is_80_percent()
    {
        var turnout = new Turnout(287, 259, 259, 200);
        var outcome = PollCount.Of(_frame, turnout, ForEach(_frame, 200, 22, 143, 144, 144, 144, 144, 144, 144, 144, 144, 144, 144, 0));

        outcome.Candidates[0].Should().Be(new CandidateResult("p01", 143, 0, 35, null, Standing.BelowMajority));
        outcome.Candidates[1].Should().Be(new CandidateResult("p02", 144, 0, 34, 1, Standing.Adopted));
    }

    [Fact]
    public void With_144_votes_a_project_passes()
    {
        var outcome = Count([144, 143, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

        outcome.Candidates[0].Standing.Should().Be(Standing.Adopted);
        outcome.Candidates[1].Standing.Should().Be(Standing.BelowMajority);
        outcome.Lines.Should().Contain(new OutcomeLine("passes", [144, 144, 287], Ref("LIV-17"), "p01"));
        outcome.Lines.Should().Contain(new OutcomeLine("fails", [143, 144, 1, 287], Ref("LIV-17"), "p02"));
    }

    [Fact]
    public void Of_eleven_that_pass_the_top_ten_are_adopted()
    {
        var outcome = Count([259, 250, 240, 230, 220, 210, 200, 190, 180, 150, 149, 10]);

        outcome.Adopted.Select(c => c.Candidate).Should().Equal("p01", "p02", "p03", "p04", "p05", "p06", "p07", "p08", "p09", "p10");
        outcome.Candidates[10].Should().Be(new CandidateResult("p11", 149, 0, 110, 11, Standing.BeyondSeats));
        outcome.Candidates[11].Standing.Should().Be(Standing.BelowMajority);
        outcome.FollowUp.Should().BeNull();
        outcome.Lines.Should().Contain(new OutcomeLine("seats", [11, 10, 150], Ref("LIV-18")));
    }

    [Fact]
    public void Places_10_and_11_tied_at_150_are_voted_on_again_alone()
    {
        var outcome = Count([259, 250, 240, 230, 220, 210, 200, 190, 180, 150, 150, 10]);

        outcome.Adopted.Should().HaveCount(9);
        outcome.Candidates[9].Should().Be(new CandidateResult("p10", 150, 0, 109, 10, Standing.Tied));
        outcome.Candidates[10].Should().Be(new CandidateResult("p11", 150, 0, 109, 10, Standing.Tied));
        outcome.FollowUp.Should().Be(new FollowUp(FollowUpKind.ReVote, ["p10", "p11"], 1));
        outcome.Lines.Should().Contain(new OutcomeLine("tie-re-vote", [2, 150, 1], Ref("LIV-19")));
    }

    [Fact]
    public void Equal_votes_above_the_cut_are_no_tie()
    {
        var outcome = Count([200, 200, 200, 200, 200, 200, 200, 200, 200, 150, 149, 10]);

        outcome.Adopted.Should().HaveCount(10);
        outcome.FollowUp.Should().BeNull();
    }

    [Theory]
    [InlineData(TiePolicy.PresidiumDecides, FollowUpKind.PresidiumDecides)]
    [InlineData(TiePolicy.ReVote, FollowUpKind.ReVote)]
    public void A_tie_is_settled_as_the_session_has_ruled(TiePolicy policy, FollowUpKind expected)
    {
        var frame = Frame(Rules(seats: 1, ties: policy), ["a", "b", "c"]);
        var outcome = PollCount.Of(frame, _of259, ForEach(frame, 259, 0, 200, 200, 200));

        outcome.Adopted.Should().BeEmpty();
        outcome.FollowUp.Should().Be(new FollowUp(expected, ["a", "b", "c"], 1));
    }

    [Fact]
    public void Where_the_session_adopts_all_the_tied_there_are_more_than_seats()
    {
        var frame = Frame(Rules(seats: 1, ties: TiePolicy.AdoptAll), ["a", "b", "c"]);
        var outcome = PollCount.Of(frame, _of259, ForEach(frame, 259, 0, 200, 200, 199));

        outcome.Adopted.Select(c => c.Candidate).Should().Equal("a", "b");
        outcome.Candidates[2].Standing.Should().Be(Standing.BeyondSeats);
        outcome.FollowUp.Should().BeNull();
    }

    [Fact]
    public void In_a_re_vote_the_highest_wins_without_a_majority()
    {
        var frame = Frame(Rules().ForReVote(1), ["p10", "p11"]);
        var outcome = PollCount.Of(frame, _of259, ForEach(frame, 259, 0, 90, 110));

        outcome.VotesNeeded.Should().BeNull();
        outcome.Seats.Should().Be(1);
        outcome.Adopted.Select(c => c.Candidate).Should().Equal("p11");
        outcome.Lines.Should().Contain(new OutcomeLine("highest-wins", [1], Ref("LIV-19")));
    }

    [Theory]
    [InlineData(191, PollVerdict.NoQuorum)]
    [InlineData(192, PollVerdict.Valid)]
    public void Two_thirds_of_all_deputies_have_to_be_present(int present, PollVerdict expected)
    {
        var outcome = PollCount.Of(_frame, new(287, present, present, 180), ForEach(_frame, 180, 0, 180, 180, 180, 180, 180, 180, 180, 180, 180, 180, 0, 0));

        outcome.Verdict.Should().Be(expected);
    }

    [Fact]
    public void Exactly_two_thirds_are_enough_and_exactly_half_is_not()
    {
        var frame = Frame(Rules(seats: 1), ["a", "b"], allDeputies: 300);
        var outcome = PollCount.Of(frame, new(300, 200, 200, 200), ForEach(frame, 200, 0, 150, 151));

        outcome.QuorumNeeded.Should().Be(200);
        outcome.Verdict.Should().Be(PollVerdict.Valid);
        outcome.Candidates[0].Standing.Should().Be(Standing.BelowMajority);
        outcome.Candidates[1].Standing.Should().Be(Standing.Adopted);
    }

    [Fact]
    public void More_collected_than_issued_voids_the_whole_poll()
    {
        var outcome = PollCount.Of(_frame, new(287, 259, 259, 260), ForEach(_frame, 260, 0, 260, 260, 260, 260, 260, 260, 260, 260, 260, 260, 260, 260));

        outcome.Verdict.Should().Be(PollVerdict.Void);
        outcome.Candidates.Should().OnlyContain(c => c.Standing == Standing.Undecided);
        outcome.FollowUp.Should().Be(new FollowUp(FollowUpKind.WholePollAgain, Twelve, 10));
        outcome.Lines.Should().Contain(new OutcomeLine("over-collected", [259, 260, 260, 0], Ref("LIV-15")));
    }

    [Theory]
    [InlineData(ShortfallPolicy.LeaveEmpty, FollowUpKind.SeatsEmpty)]
    [InlineData(ShortfallPolicy.SecondVote, FollowUpKind.SecondVote)]
    [InlineData(ShortfallPolicy.PresidiumDecides, FollowUpKind.PresidiumDecides)]
    public void Too_few_that_pass_are_settled_as_the_session_has_ruled(ShortfallPolicy policy, FollowUpKind expected)
    {
        var frame = Frame(Rules(seats: 2, shortfall: policy), ["a", "b", "c"]);
        var outcome = PollCount.Of(frame, _of259, ForEach(frame, 259, 0, 144, 143, 12));

        outcome.Adopted.Select(c => c.Candidate).Should().Equal("a");
        outcome.FollowUp.Should().Be(new FollowUp(expected, ["b", "c"], 1));
    }

    [Fact]
    public void A_whole_list_is_adopted_or_not_as_one()
    {
        var frame = Frame(Rules(seats: 3, style: BallotStyle.WholeListYesNoAbstain), ["a", "b", "c"]);
        var adopted = PollCount.Of(frame, _of259, new(259, 1, [[144, 100, 5]]));
        var failed = PollCount.Of(frame, _of259, new(259, 1, [[143, 100, 5]]));

        adopted.Candidates.Should().OnlyContain(c => c.Standing == Standing.Adopted && c.For == 144 && c.Against == 100 && c.Abstained == 14);
        adopted.FollowUp.Should().BeNull();
        failed.Candidates.Should().OnlyContain(c => c.Standing == Standing.BelowMajority);
    }

    [Fact]
    public void Where_candidates_are_ticked_nobody_votes_against()
    {
        var frame = Frame(Rules(seats: 2, style: BallotStyle.TickUpToSeats), ["a", "b", "c"]);
        var outcome = PollCount.Of(frame, _of259, new(259, 9, [[150, 144, 143]]));

        outcome.Candidates.Should().Equal(
            new CandidateResult("a", 150, null, 100, 1, Standing.Adopted),
            new CandidateResult("b", 144, null, 106, 2, Standing.Adopted),
            new CandidateResult("c", 143, null, 107, null, Standing.BelowMajority));
    }

    [Fact]
    public void Counts_that_contradict_themselves_are_a_defect()
    {
        var frame = Frame(Rules(seats: 1), ["a", "b"]);

        var tooMany = () => PollCount.Of(frame, _of259, ForEach(frame, 259, 0, 260, 1));
        var otherFrame = () => PollCount.Of(frame, _of259, new(259, 0, [[1, 1]]));
        var otherNumber = () => PollCount.Of(frame, _of259 with { Collected = 258 }, ForEach(frame, 259, 0, 1, 1));

        tooMany.Should().Throw<ArgumentException>();
        otherFrame.Should().Throw<ArgumentException>();
        otherNumber.Should().Throw<ArgumentException>();
    }

    private static PollOutcome Count(IReadOnlyList<int> votesFor) => PollCount.Of(_frame, _of259, ForEach(_frame, 259, 0, votesFor));
}
