namespace Qijiang.Core.Ballots;

/// <summary>How far a tally is.</summary>
public abstract record TallyState
{
    private TallyState() { }

    /// <summary>Contributions are wanting: scrutineers' shares, or the poll's key from the key port.</summary>
    /// <param name="Needed">How many contributions make the result.</param>
    /// <param name="Have">How many good ones have come.</param>
    /// <param name="Refused">Who gave one that was no good.</param>
    /// <param name="Material">What the scheme needs to go on; its own, opaque, can be stored while it waits.</param>
    public sealed record Waiting(int Needed, int Have, ValueList<string> Refused, ReadOnlyMemory<byte> Material) : TallyState;

    /// <summary>Counted.</summary>
    /// <param name="Counts">The result.</param>
    /// <param name="Evidence">What anyone needs who counts again: the scheme's own, opaque. In <c>sealed-1</c> the opened ballots sorted by content, which are kept sealed (ARC-06).</param>
    public sealed record Done(TallyCounts Counts, ReadOnlyMemory<byte> Evidence) : TallyState;
}
