namespace Qijiang.Core.Ballots;

/// <summary>The hash of a roll: over its voting rights alone, sorted, without persons.</summary>
public static class RollHash
{
    /// <summary>The hash; the order in which the rights are given does not matter.</summary>
    /// <param name="rights">The rights.</param>
    public static string Of(IEnumerable<VotingRight> rights)
    {
        using var hash = new CanonicalHash("qijiang.roll.v1");
        hash.AddEach(rights.Select(right => right.Value).Order(StringComparer.Ordinal), hash.Add);
        return hash.Finish();
    }
}
