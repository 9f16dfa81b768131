using Qijiang.Core.Ballots;
using Qijiang.Core.LivelihoodProjects;
using static Qijiang.Core.Tests.LivelihoodProjects.SamplePoll;

namespace Qijiang.Core.Tests.Law.Witnesses;

/// <summary>What the count yields (CONG-02, CONG-03, LIV-15 to LIV-20). 288 deputies: a quorum is 192, a majority 145.</summary>
internal static class CountWitnesses
{
    public static IEnumerable<Witness> All =>
    [
        new("national", "congress.quorum", "191 present: NoQuorum; 192 present: Valid", w => $"191 present: {Held(w, present: 191).Verdict}; 192 present: {Held(w, present: 192).Verdict}"),
        new("national", "congress.majority", "144 for: BelowMajority; 145 for: Adopted", w => $"144 for: {Voted(w, 1, 144)}; 145 for: {Voted(w, 1, 145)}"),
        new("national", "ballot.threshold", "most votes, 100: BelowMajority", w => $"most votes, 100: {Voted(w, 1, 100)}") { Or = ["HighestWins"] },
        new("national", "ballot.surplusPolicy", "Adopted, BeyondSeats", w => Voted(w, 1, 170, 160)) { Or = ["InOrder"], Only = true },
        new("national", "ballot.tiePolicy", "Tied, Tied, then ReVote", w => Followed(w, 1, 160, 160)) { Or = ["PresidiumDecides", "AdoptAll"] },
        new("national", "ballot.shortfallPolicy", "Adopted, BelowMajority, then SeatsEmpty", w => Followed(w, 2, 160, 100)) { Or = ["SecondVote", "PresidiumDecides"] },
        new("national", "ballot.overChoicePolicy", "for one: valid; for two: void", w => $"for one: {Marked(w, "p1")}; for two: {Marked(w, "p1", "p2")}") { Or = ["CountAll"], Only = true },
        new("national", "ballot.moreCollectedThanIssued", "192 of 192: Valid; 193 of 192: Void", w => $"192 of 192: {Held(w, 192).Verdict}; 193 of 192: {Held(w, 192, collected: 193).Verdict}") { Or = ["CountOnly"], Only = true },
        new("national", "ballot.blankCountsAs", "abstains on p1, p2, p3", Blank) { Or = ["Void"], Only = true },
    ];

    private static PollFrame Frame(World w, int seats, int candidates, bool? capped = null) => PollFrame.Freeze(
        new("qijiang"), new("poll-2027"), Enumerable.Range(1, candidates).Select(i => $"p{i}").ToValueList(), 288, Material,
        w.ProjectRules(Day).Adopt(new PollTerms(seats, ForMarksCapped: capped), Measure));

    private static PollOutcome Held(World w, int present, int? collected = null)
    {
        var ballots = collected ?? present;
        return PollCount.Of(Frame(w, 1, 1), new(288, present, present, ballots), TallyOf(Frame(w, 1, 1), ballots, 150));
    }

    private static PollOutcome Counted(World w, int seats, params int[] votes)
    {
        var frame = Frame(w, seats, votes.Length);
        return PollCount.Of(frame, new(288, 200, 200, 200), TallyOf(frame, 200, votes));
    }

    private static string Voted(World w, int seats, params int[] votes) => string.Join(", ", Counted(w, seats, votes).Candidates.Select(c => c.Standing));

    private static string Followed(World w, int seats, params int[] votes) => $"{Voted(w, seats, votes)}, then {Counted(w, seats, votes).FollowUp?.Kind.ToString() ?? "nothing"}";

    // Whoever is not for it abstains.
    private static TallyCounts TallyOf(PollFrame frame, int ballots, params int[] votes) =>
        new(ballots, 0, frame.Contests.Select((_, i) => (ValueList<int>)[votes[i], 0, ballots - votes[i]]).ToValueList());

    // The session has capped the marks "for" at its one place.
    private static string Marked(World w, params string[] candidates)
    {
        var frame = Frame(w, 1, 3, capped: true);
        var counts = TallyCounts.Of(frame, [new BallotChoice(candidates.Select(c => new ContestChoice(c, [BallotLayout.For])).ToValueList())]);
        return counts.Void == 1 ? "void" : "valid";
    }

    private static string Blank(World w)
    {
        var frame = Frame(w, 1, 3);
        var outcome = PollCount.Of(frame, new(288, 192, 192, 1), TallyCounts.Of(frame, [new BallotChoice([])]));
        return $"abstains on {string.Join(", ", outcome.Candidates.Where(c => c.Abstained == 1).Select(c => c.Candidate))}";
    }
}
