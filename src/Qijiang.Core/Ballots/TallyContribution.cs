namespace Qijiang.Core.Ballots;

/// <summary>What one party gives to open a tally.</summary>
/// <param name="From">Who gives it: a scrutineer, the key port.</param>
/// <param name="Data">The contribution; the scheme's own, secret. Its printed form does not show it.</param>
public sealed record TallyContribution(string From, ReadOnlyMemory<byte> Data)
{
    /// <summary>Never the contribution itself.</summary>
    public override string ToString() => $"(contribution of {From})";
}
