using System.Text.Json.Serialization;

namespace Qijiang.Core.Ballots;

/// <summary>What was counted.</summary>
/// <param name="Ballots">The ballots in the box, the void ones among them (收回票).</param>
/// <param name="Void">Ballots that don't count (废票): more marks than allowed, or not to be opened.</param>
/// <param name="Votes">Marks of the valid ballots: for each contest of the frame, for each of its options.</param>
public sealed record TallyCounts(int Ballots, int Void, ValueList<ValueList<int>> Votes)
{
    /// <summary>Ballots that count (有效票).</summary>
    [JsonIgnore]
    public int Valid => Ballots - Void;

    /// <summary>Counts ballots.</summary>
    /// <param name="frame">The frame under which they were cast.</param>
    /// <param name="ballots">The choices, in any order; null is a ballot that could not be read. One that breaks the frame's rules is void.</param>
    public static TallyCounts Of(PollFrame frame, IEnumerable<BallotChoice?> ballots)
    {
        var votes = frame.Contests.Select(contest => new int[contest.OptionIds.Count]).ToArray();
        var (all, spoilt) = (0, 0);
        foreach (var ballot in ballots)
        {
            all++;
            if (ballot is null || BallotPaper.Check(frame, ballot) is not null) spoilt++;
            else Add(frame, ballot, votes);
        }
        return new(all, spoilt, votes.Select(contest => contest.ToValueList()).ToValueList());
    }

    private static void Add(PollFrame frame, BallotChoice ballot, int[][] votes)
    {
        for (var c = 0; c < votes.Length; c++)
            for (var o = 0; o < votes[c].Length; o++)
                if (ballot.Has(frame.Contests[c].Id, frame.Contests[c].OptionIds[o])) votes[c][o]++;
    }
}
