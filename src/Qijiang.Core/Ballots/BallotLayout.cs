namespace Qijiang.Core.Ballots;

/// <summary>A ballot style turned into contests and limits. An unmarked question is an abstention (LIV-16), so that every minimum is 0.</summary>
/// <param name="Contests">The questions, in the order of the ballot.</param>
/// <param name="Limits">Limits across them.</param>
public sealed record BallotLayout(ValueList<Contest> Contests, ValueList<Limit> Limits)
{
    /// <summary>The option "for" (赞成).</summary>
    public const string For = "for";

    /// <summary>The option "against" (反对).</summary>
    public const string Against = "against";

    /// <summary>The option "abstain" (弃权).</summary>
    public const string Abstain = "abstain";

    /// <summary>The one contest of the styles that ask a single question.</summary>
    public const string List = "list";

    /// <summary>Lays out a ballot.</summary>
    /// <param name="style">How it is marked.</param>
    /// <param name="candidates">The candidates, in the order of the ballot.</param>
    /// <param name="seats">How many can be adopted.</param>
    /// <param name="forMarksCapped">Whether "for" may be marked on at most as many candidates as there are seats; asked of <see cref="BallotStyle.PerItemYesNoAbstain"/> alone.</param>
    public static BallotLayout Of(BallotStyle style, ValueList<string> candidates, int seats, bool forMarksCapped) => style switch
    {
        BallotStyle.PerItemYesNoAbstain => new(
            candidates.Select(YesNoAbstain).ToValueList(), forMarksCapped ? [new Limit(candidates, For, seats)] : []),
        BallotStyle.WholeListYesNoAbstain => new([YesNoAbstain(List)], []),
        BallotStyle.TickUpToSeats => new([new Contest(List, candidates, 0, Math.Min(seats, candidates.Count))], []),
        _ => throw new ArgumentOutOfRangeException(nameof(style), style, "an unknown ballot style"),
    };

    private static Contest YesNoAbstain(string id) => new(id, [For, Against, Abstain], 0, 1);
}
