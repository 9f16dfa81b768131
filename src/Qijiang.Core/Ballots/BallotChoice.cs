namespace Qijiang.Core.Ballots;

/// <summary>What somebody marked. Contests without a mark may be left out. Its printed form shows nothing of it.</summary>
/// <param name="Contests">The marks, contest by contest, in any order.</param>
public sealed record BallotChoice(ValueList<ContestChoice> Contests)
{
    /// <summary>Whether this option is marked.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="option">The option.</param>
    public bool Has(string contest, string option)
    {
        foreach (var choice in Contests)
            if (choice.Contest == contest && choice.Options.Contains(option)) return true;
        return false;
    }

    /// <summary>
    /// What somebody marked, from one mark for each candidate, whatever the ballot's style: <c>for</c> on a candidate is a tick where
    /// candidates are ticked. On a whole list the one mark stands under <see cref="BallotLayout.List"/>. Nothing is checked here, see
    /// <see cref="BallotPaper.Check"/>.
    /// </summary>
    /// <param name="frame">The frame.</param>
    /// <param name="marks">The marks by candidate; one left out is an abstention.</param>
    public static BallotChoice Of(PollFrame frame, IReadOnlyDictionary<string, string> marks) => frame.Rules.Style.Value switch
    {
        BallotStyle.TickUpToSeats => new([new(BallotLayout.List, [.. marks.Where(mark => mark.Value != BallotLayout.Abstain).Select(TickOf)])]),
        _ => new(marks.Select(mark => new ContestChoice(mark.Key, [mark.Value])).ToValueList()),
    };

    // Where candidates are ticked, any other mark than "for" is no option, and is refused as such.
    private static string TickOf(KeyValuePair<string, string> mark) => mark.Value == BallotLayout.For ? mark.Key : mark.Value;

    /// <summary>Never the marks: a vote is in no log (DUTY-09).</summary>
    public override string ToString() => "(ballot)";
}

/// <summary>The marks in one contest.</summary>
/// <param name="Contest">The contest's id.</param>
/// <param name="Options">The options marked, each once.</param>
public sealed record ContestChoice(string Contest, ValueList<string> Options)
{
    /// <summary>Never the marks.</summary>
    public override string ToString() => "(marks)";
}
