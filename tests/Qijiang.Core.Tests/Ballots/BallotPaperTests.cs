using FluentAssertions;
using Qijiang.Core.Ballots;
using Xunit;
using static Qijiang.Core.Tests.Ballots.SampleFrames;

namespace Qijiang.Core.Tests.Ballots;

public sealed class BallotPaperTests
{
    private static readonly PollFrame _items = Frame(Rules(seats: 2), ["a", "b", "c"]);
    private static readonly PollFrame _capped = Frame(Rules(seats: 2, capped: true), ["a", "b", "c"]);
    private static readonly PollFrame _ticks = Frame(Rules(seats: 2, style: BallotStyle.TickUpToSeats), ["a", "b", "c"]);

    [Fact]
    public void A_blank_ballot_is_an_abstention_and_is_taken() => BallotPaper.Check(_items, new([])).Should().BeNull();

    [Fact]
    public void One_mark_an_item_is_taken() => BallotPaper.Check(_items, Marks(("a", "for"), ("b", "against"), ("c", "abstain"))).Should().BeNull();

    [Fact]
    public void For_on_every_item_is_taken_where_the_session_set_no_cap() =>
        BallotPaper.Check(_items, Marks(("a", "for"), ("b", "for"), ("c", "for"))).Should().BeNull();

    [Fact]
    public void For_on_more_items_than_seats_is_refused_where_the_session_set_the_cap()
    {
        BallotPaper.Check(_capped, Marks(("a", "for"), ("b", "for"), ("c", "for"))).Should().Be(new TooManyMarks(Ref("LIV-16")));
        BallotPaper.Check(_capped, Marks(("a", "for"), ("b", "for"), ("c", "against"))).Should().BeNull();
    }

    [Fact]
    public void More_ticks_than_seats_are_refused_by_the_rule_on_chosen_and_seats()
    {
        BallotPaper.Check(_ticks, new([new("list", ["a", "b", "c"])]))!.Rule.Should().Be(Ref("LIV-16"));
        BallotPaper.Check(_ticks, new([new("list", ["a", "c"])])).Should().BeNull();
        BallotPaper.Check(_ticks, new([new("list", [])])).Should().BeNull();
    }

    [Fact]
    public void Two_marks_on_one_item_are_refused() =>
        BallotPaper.Check(_items, new([new("a", ["for", "against"])])).Should().BeOfType<TooManyMarks>();

    [Fact]
    public void Marks_twice_are_refused()
    {
        BallotPaper.Check(_ticks, new([new("list", ["a", "a"])])).Should().BeOfType<MarkedTwice>();
        BallotPaper.Check(_items, Marks(("a", "for"), ("a", "for"))).Should().BeOfType<MarkedTwice>();
    }

    [Fact]
    public void What_is_not_on_the_ballot_is_refused()
    {
        BallotPaper.Check(_items, Marks(("d", "for"))).Should().BeOfType<UnknownContest>();
        BallotPaper.Check(_items, Marks(("a", "maybe"))).Should().BeOfType<UnknownOption>();
    }

    [Fact]
    public void A_minimum_is_kept()
    {
        var frame = _ticks with { Contests = [new("list", ["a", "b", "c"], 1, 2)] };

        BallotPaper.Check(frame, new([])).Should().BeOfType<TooFewMarks>();
    }

    [Fact]
    public void The_bytes_are_a_version_and_a_bit_for_each_option() =>
        BallotPaper.Write(_items, Marks(("a", "for"), ("b", "against"), ("c", "abstain"))).Should().Equal(1, 0b0001_0001, 0b0000_0001);

    [Fact]
    public void Bytes_that_are_no_ballot_of_the_frame_read_as_none()
    {
        BallotPaper.Read(_items, [1, 0]).Should().BeNull("too short");
        BallotPaper.Read(_items, [2, 0, 0]).Should().BeNull("another version");
        BallotPaper.Read(_items, [1, 0, 0b0000_0010]).Should().BeNull("a bit beyond the options would make two forms of one ballot");
    }

    [Fact]
    public void Marks_by_candidate_make_a_ballot_of_every_style()
    {
        var marks = new Dictionary<string, string> { ["a"] = "for", ["b"] = "abstain" };
        var whole = Frame(Rules(seats: 3, style: BallotStyle.WholeListYesNoAbstain), ["a", "b", "c"]);

        BallotChoice.Of(_items, marks).Should().Be(Marks(("a", "for"), ("b", "abstain")));
        BallotChoice.Of(_ticks, marks).Should().Be(new BallotChoice([new("list", ["a"])]));
        BallotChoice.Of(whole, new Dictionary<string, string> { ["list"] = "against" }).Should().Be(Marks(("list", "against")));
        BallotPaper.Check(_ticks, BallotChoice.Of(_ticks, new Dictionary<string, string> { ["a"] = "against" })).Should().BeOfType<UnknownOption>();
        BallotPaper.Check(_ticks, BallotChoice.Of(_ticks, new Dictionary<string, string> { ["d"] = "for" })).Should().BeOfType<UnknownOption>();
    }

    [Fact]
    public void No_printed_form_shows_a_mark_or_a_right()
    {
        Marks(("a", "for")).ToString().Should().Be("(ballot)");
        new ContestChoice("a", ["for"]).ToString().Should().NotContain("for");
        new VotingRight("0123").ToString().Should().NotContain("0123");
        new SealedBallot("s", new byte[] { 77 }).ToString().Should().NotContain("77");
    }

    private static BallotChoice Marks(params (string Contest, string Option)[] marks) =>
        new(marks.Select(mark => new ContestChoice(mark.Contest, [mark.Option])).ToValueList());
}
