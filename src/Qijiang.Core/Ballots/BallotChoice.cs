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
