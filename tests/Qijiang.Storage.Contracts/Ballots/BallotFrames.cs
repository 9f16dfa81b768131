using System.Security.Cryptography;
using Qijiang.Core;
using Qijiang.Core.Ballots;
using Qijiang.Core.Law;

namespace Qijiang.Storage.Contracts.Ballots;

/// <summary>Frames and rolls for the suites of the ballot side, with rules written out here.</summary>
public static class BallotFrames
{
    /// <summary>So many new voting rights.</summary>
    public static ValueList<VotingRight> Roll(int count) =>
        Enumerable.Range(0, count).Select(_ => new VotingRight(RandomNumberGenerator.GetHexString(32, lowercase: true))).ToValueList();

    /// <summary>A frame of this roll, under a poll of its own, so that suites can share an engine.</summary>
    public static PollFrame Of(
        IReadOnlyCollection<VotingRight> roll,
        string scheme = "test-1",
        string schemeData = "a2V5",
        int candidates = 3,
        int seats = 2,
        BallotStyle style = BallotStyle.PerItemYesNoAbstain,
        bool capped = false) => PollFrame.Freeze(
            new("qijiang"),
            new("poll-" + RandomNumberGenerator.GetHexString(12, lowercase: true)),
            [.. Enumerable.Range(0, candidates).Select(i => $"p{i:00}")],
            roll.Count,
            new(scheme, roll.Count, RollHash.Of(roll), schemeData),
            Rules(seats, style, capped));

    private static PollRules Rules(int seats, BallotStyle style, bool capped) => new(
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
        Rule("LIV-19", TiePolicy.ReVote),
        Rule("LIV-20", ShortfallPolicy.LeaveEmpty),
        Rule("LIV-14b", VoteVenue.Plenary));

    private static Rule<T> Rule<T>(string id, T value) => new(new(id, "national", new(2022, 3, 11)), new("组织法-2022", null), value);
}
