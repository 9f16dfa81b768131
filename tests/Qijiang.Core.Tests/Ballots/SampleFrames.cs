using Qijiang.Core.Ballots;
using Qijiang.Core.Law;

namespace Qijiang.Core.Tests.Ballots;

/// <summary>Frames as a district's session would freeze them, with rules written out here and not read from a preset.</summary>
internal static class SampleFrames
{
    public static readonly ValueList<string> Twelve = [.. Enumerable.Range(1, 12).Select(i => $"p{i:00}")];

    public static RuleRef Ref(string id) => new(id, "national", new(2022, 3, 11));

    public static PollRules Rules(
        int seats = 10,
        BallotStyle style = BallotStyle.PerItemYesNoAbstain,
        bool capped = false,
        TiePolicy ties = TiePolicy.ReVote,
        ShortfallPolicy shortfall = ShortfallPolicy.LeaveEmpty) => new(
        Rule("LIV-14", style),
        Rule("LIV-10", seats),
        Rule("LIV-16", capped),
        Rule("LIV-16", OverChoicePolicy.VoidBallot),
        Rule("CONG-02", new Share(2, 3, Inclusive: true)),
        Rule("LIV-17", Threshold.MajorityOfAll),
        Rule("CONG-03", new Share(1, 2, Inclusive: false)),
        Rule("CONG-04", AllDeputiesBase.InOfficeSuspendedIncluded),
        Rule("LIV-15", OverCollectedPolicy.VoidPoll),
        Rule("LIV-18", SurplusPolicy.MostVotes),
        Rule("LIV-19", ties),
        Rule("LIV-20", shortfall),
        Rule("LIV-14b", VoteVenue.Plenary));

    public static PollFrame Frame(PollRules rules, ValueList<string> candidates, int allDeputies = 287) => PollFrame.Freeze(
        new("qijiang"), new("poll-2027"), candidates, allDeputies, new("test-1", allDeputies, RollHash.Of([new("r1"), new("r2")]), "a2V5"), rules);

    /// <summary>Counts in which each candidate has so many votes for it, none against it, and the rest abstain.</summary>
    public static TallyCounts ForEach(PollFrame frame, int ballots, int spoilt, params IReadOnlyList<int> votesFor) =>
        new(ballots, spoilt, votesFor.Select(v => (ValueList<int>)[v, 0, ballots - spoilt - v]).ToValueList());

    private static Rule<T> Rule<T>(string id, T value) => new(Ref(id), new("组织法-2022", null), value);
}
