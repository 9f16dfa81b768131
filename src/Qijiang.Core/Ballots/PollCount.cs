using System.Collections.Immutable;

namespace Qijiang.Core.Ballots;

/// <summary>The outcome of a poll, from its frozen frame and what was counted. Pure: no order of ballots, no id and no time can change it.</summary>
public static class PollCount
{
    /// <summary>The outcome.</summary>
    /// <param name="frame">The frozen frame.</param>
    /// <param name="turnout">Heads and papers; <see cref="Turnout.Collected"/> is the ballots counted.</param>
    /// <param name="counts">What was counted.</param>
    /// <exception cref="ArgumentException">The counts are not of this frame, or contradict themselves or the turnout: a defect of the caller.</exception>
    public static PollOutcome Of(PollFrame frame, Turnout turnout, TallyCounts counts)
    {
        CheckCounts(frame, turnout, counts);
        var rules = frame.Rules;
        var quorumNeeded = rules.Quorum.Value.FewestOf(turnout.AllDeputies);
        var votesNeeded = rules.Threshold.Value is Threshold.MajorityOfAll ? rules.Majority.Value.FewestOf(turnout.AllDeputies) : (int?)null;
        var quorate = rules.Quorum.Value.IsMetBy(turnout.Present, turnout.AllDeputies);
        var overCollected = turnout.Collected > turnout.Issued && rules.OverCollected.Value is OverCollectedPolicy.VoidPoll;
        var lines = new List<OutcomeLine>
        {
            new(quorate ? "quorum" : "no-quorum", [turnout.AllDeputies, turnout.Present, quorumNeeded], rules.Quorum.Ref),
            new(overCollected ? "over-collected" : "papers", [turnout.Issued, turnout.Collected, counts.Valid, counts.Void], rules.OverCollected.Ref),
        };
        var votes = Votes(frame, counts);
        if (!quorate || overCollected)
            return new(
                overCollected ? PollVerdict.Void : PollVerdict.NoQuorum, turnout, quorumNeeded, votesNeeded, rules.Seats.Value, votes,
                new(FollowUpKind.WholePollAgain, frame.Candidates, rules.Seats.Value), lines.ToValueList());

        lines.Add(votesNeeded is { } needed
            ? new("majority", [turnout.AllDeputies, needed], rules.Threshold.Ref)
            : new("highest-wins", [rules.Seats.Value], rules.Threshold.Ref));
        var seating = new Seating(rules, turnout, votesNeeded, votes, lines);
        var candidates = seating.Candidates();
        return new(PollVerdict.Valid, turnout, quorumNeeded, votesNeeded, rules.Seats.Value, candidates, seating.FollowUp, lines.ToValueList());
    }

    private static ValueList<CandidateResult> Votes(PollFrame frame, TallyCounts counts) =>
        frame.Candidates.Select((candidate, i) => frame.Rules.Style.Value switch
        {
            BallotStyle.PerItemYesNoAbstain => YesNo(candidate, counts.Votes[i], counts.Valid),
            BallotStyle.WholeListYesNoAbstain => YesNo(candidate, counts.Votes[0], counts.Valid),
            _ => new CandidateResult(candidate, counts.Votes[0][i], null, counts.Valid - counts.Votes[0][i], null, Standing.Undecided),
        }).ToValueList();

    private static CandidateResult YesNo(string candidate, ValueList<int> marks, int valid) =>
        new(candidate, marks[0], marks[1], valid - marks[0] - marks[1], null, Standing.Undecided);

    private static void CheckCounts(PollFrame frame, Turnout turnout, TallyCounts counts)
    {
        var shape = counts.Votes.Select(contest => contest.Count).ToImmutableArray();
        if (!shape.SequenceEqual(frame.Contests.Select(contest => contest.OptionIds.Count)))
            throw new ArgumentException("The counts are not of this frame.", nameof(counts));
        if (counts.Void < 0 || counts.Valid < 0 || counts.Votes.Where((votes, i) => votes.Any(v => v < 0 || v > counts.Valid) || votes.Sum() > (long)counts.Valid * frame.Contests[i].Max).Any())
            throw new ArgumentException("The counts contradict themselves.", nameof(counts));
        if (turnout.Collected != counts.Ballots)
            throw new ArgumentException("Not as many ballots were counted as were collected.", nameof(turnout));
        if (turnout.AllDeputies != frame.AllDeputies)
            throw new ArgumentException("The turnout is of another number of deputies than the frame.", nameof(turnout));
    }
}
