using Qijiang.Core.Congresses;

namespace Qijiang.Core.Ballots;

/// <summary>
/// All that a poll is, frozen at its opening. Its hash is bound to every ballot, so that none can be counted under other
/// rules, another roll or another key.
/// </summary>
/// <param name="Congress">The congress.</param>
/// <param name="Poll">The poll.</param>
/// <param name="Scheme">The ballot scheme: <c>sealed-1</c>.</param>
/// <param name="Candidates">What is voted on, in the order of the ballot; ids, no names.</param>
/// <param name="Contests">The questions of the ballot.</param>
/// <param name="Limits">Limits across them.</param>
/// <param name="AllDeputies">How many all deputies are (全体代表), counted as <see cref="PollRules.Base"/> says.</param>
/// <param name="RollHash">The hash over the sorted voting rights.</param>
/// <param name="SchemeData">The scheme's public data, Base64: the key to which ballots are sealed.</param>
/// <param name="Rules">The rules of ballot and outcome.</param>
/// <param name="Hash">The hash over all of the above, <see cref="PollFrameHash"/>.</param>
public sealed record PollFrame(
    CongressId Congress,
    PollId Poll,
    string Scheme,
    ValueList<string> Candidates,
    ValueList<Contest> Contests,
    ValueList<Limit> Limits,
    int AllDeputies,
    string RollHash,
    string SchemeData,
    PollRules Rules,
    string Hash)
{
    /// <summary>Whether the hash is that of the contents.</summary>
    public bool IsIntact() => Hash == PollFrameHash.Of(this);

    /// <summary>Lays out the ballot and freezes everything under its hash.</summary>
    /// <param name="congress">The congress.</param>
    /// <param name="poll">The poll.</param>
    /// <param name="candidates">What is voted on, in the order of the ballot.</param>
    /// <param name="allDeputies">How many all deputies are.</param>
    /// <param name="ballots">Scheme, roll and key, as the ballot side prepared them.</param>
    /// <param name="rules">The rules.</param>
    public static PollFrame Freeze(
        CongressId congress, PollId poll, ValueList<string> candidates, int allDeputies, BallotMaterial ballots, PollRules rules)
    {
        var layout = BallotLayout.Of(rules.Style.Value, candidates, rules.Seats.Value, rules.ForMarksCapped.Value);
        var frame = new PollFrame(
            congress, poll, ballots.Scheme, candidates, layout.Contests, layout.Limits, allDeputies, ballots.RollHash, ballots.SchemeData, rules, Hash: "");
        return frame with { Hash = PollFrameHash.Of(frame) };
    }
}
