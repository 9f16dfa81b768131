using CsCheck;
using FluentAssertions;
using Qijiang.Core.Ballots;
using Xunit;
using static Qijiang.Core.Tests.Ballots.SampleFrames;

namespace Qijiang.Core.Tests.Ballots;

public sealed class TallyProperties
{
    private static readonly Gen<PollFrame> _frames =
        from candidates in Gen.Int[1, 12]
        from seats in Gen.Int[1, candidates]
        from style in Gen.OneOf(BallotStyle.PerItemYesNoAbstain, BallotStyle.WholeListYesNoAbstain, BallotStyle.TickUpToSeats)
        from capped in Gen.Bool
        from ties in Gen.OneOf(TiePolicy.ReVote, TiePolicy.PresidiumDecides, TiePolicy.AdoptAll)
        select Frame(Rules(seats, style, capped, ties), [.. Enumerable.Range(0, candidates).Select(i => $"p{i}")], allDeputies: 30);

    private static readonly Gen<(PollFrame Frame, BallotChoice?[] Ballots)> _polls = _frames.SelectMany(
        frame => Choice(frame).Null().Array[0, 30], (frame, ballots) => (frame, ballots));

    [Fact]
    public void Every_choice_has_one_length_and_one_form_and_reads_back() => _polls.Sample(poll =>
    {
        foreach (var choice in poll.Ballots.OfType<BallotChoice>())
        {
            var paper = BallotPaper.Write(poll.Frame, choice);
            paper.Length.Should().Be(BallotPaper.LengthOf(poll.Frame));
            var read = BallotPaper.Read(poll.Frame, paper)!;
            BallotPaper.Write(poll.Frame, read).Should().Equal(paper);
            Marked(poll.Frame, read).Should().Equal(Marked(poll.Frame, choice));
        }
    });

    [Fact]
    public void The_tally_equals_the_naive_count() => _polls.Sample(poll =>
    {
        var valid = poll.Ballots.OfType<BallotChoice>().Where(ballot => IsValid(poll.Frame, ballot)).ToList();
        var counts = TallyCounts.Of(poll.Frame, poll.Ballots);

        counts.Ballots.Should().Be(poll.Ballots.Length);
        counts.Void.Should().Be(poll.Ballots.Length - valid.Count);
        for (var c = 0; c < poll.Frame.Contests.Count; c++)
            for (var o = 0; o < poll.Frame.Contests[c].OptionIds.Count; o++)
            {
                var (contest, option) = (poll.Frame.Contests[c].Id, poll.Frame.Contests[c].OptionIds[o]);
                counts.Votes[c][o].Should().Be(valid.Count(ballot => Marked(poll.Frame, ballot).Contains((contest, option))));
            }
    });

    [Fact]
    public void No_order_of_ballots_changes_the_counts() => _polls.SelectMany(poll => Gen.Shuffle(poll.Ballots), (poll, shuffled) => (poll, shuffled)).Sample(
        both => TallyCounts.Of(both.poll.Frame, both.shuffled).Should().Be(TallyCounts.Of(both.poll.Frame, both.poll.Ballots)));

    [Fact]
    public void No_order_of_candidates_changes_what_becomes_of_one() =>
        (from votes in Gen.Int[0, 24].Array[1, 12]
         from seats in Gen.Int[1, votes.Length]
         from ties in Gen.OneOf(TiePolicy.ReVote, TiePolicy.PresidiumDecides, TiePolicy.AdoptAll)
         from order in Gen.Shuffle(Enumerable.Range(0, votes.Length).ToArray())
         select (votes, seats, ties, order)).Sample(t =>
        {
            var straight = Outcome(t.votes, t.seats, t.ties, [.. Enumerable.Range(0, t.votes.Length)]);
            var shuffled = Outcome(t.votes, t.seats, t.ties, t.order);

            shuffled.Candidates.Should().BeEquivalentTo(straight.Candidates);
            (shuffled.FollowUp?.Among ?? []).Should().BeEquivalentTo(straight.FollowUp?.Among ?? []);
        });

    [Fact]
    public void Nobody_is_adopted_without_a_majority_or_past_a_better_one() =>
        (from votes in Gen.Int[0, 24].Array[1, 12]
         from seats in Gen.Int[1, votes.Length]
         select (votes, seats)).Sample(t =>
        {
            var outcome = Outcome(t.votes, t.seats, TiePolicy.ReVote, [.. Enumerable.Range(0, t.votes.Length)]);
            var adopted = outcome.Adopted.Select(c => c.For).ToList();

            adopted.Where(votes => votes * 2 <= 30).Should().BeEmpty();
            adopted.Count.Should().BeLessThanOrEqualTo(t.seats);
            outcome.Candidates.Where(c => c.Standing is not Standing.Adopted && c.For * 2 > 30 && adopted.Any(votes => votes <= c.For)).Should().BeEmpty();
            (adopted.Count + (outcome.FollowUp?.Seats ?? 0)).Should().Be(t.seats);
        });

    private static PollOutcome Outcome(int[] votes, int seats, TiePolicy ties, int[] order)
    {
        var frame = Frame(Rules(seats, ties: ties), [.. order.Select(i => $"p{i}")], allDeputies: 30);
        return PollCount.Of(frame, new(30, 24, 24, 24), ForEach(frame, 24, 0, [.. order.Select(i => votes[i])]));
    }

    // Some of these break the frame's rules: those are void.
    private static Gen<BallotChoice> Choice(PollFrame frame) =>
        Gen.Int[0, 3].Array[frame.Contests.Sum(contest => contest.OptionIds.Count)].Select(marks =>
        {
            var next = 0;
            return new BallotChoice(frame.Contests
                .Select(contest => new ContestChoice(contest.Id, contest.OptionIds.Where(_ => marks[next++] == 0).ToValueList())).ToValueList());
        });

    private static List<(string, string)> Marked(PollFrame frame, BallotChoice choice) =>
        [.. choice.Contests.SelectMany(contest => contest.Options.Select(option => (contest.Contest, option))).Order()];

    // Written again from the rules dossier: at most one mark a question, at most as many ticks or capped "for" marks as seats.
    private static bool IsValid(PollFrame frame, BallotChoice ballot) => frame.Rules.Style.Value switch
    {
        BallotStyle.TickUpToSeats => ballot.Contests.Sum(contest => contest.Options.Count) <= frame.Rules.Seats.Value,
        BallotStyle.PerItemYesNoAbstain when frame.Rules.ForMarksCapped.Value =>
            ballot.Contests.All(contest => contest.Options.Count <= 1) && ballot.Contests.Count(contest => contest.Options.Contains("for")) <= frame.Rules.Seats.Value,
        _ => ballot.Contests.All(contest => contest.Options.Count <= 1),
    };
}
