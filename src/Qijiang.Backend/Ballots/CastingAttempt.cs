using Qijiang.Core.Ballots;

namespace Qijiang.Backend.Ballots;

/// <summary>
/// What a ballot goes into the box with. The device's idempotency key may stand in some log beside a name; its place is taken by
/// a code under the poll's link key, so that once that key is destroyed nobody can try keys against the rows of the box.
/// </summary>
/// <param name="Right">The right.</param>
/// <param name="Key">The code of the idempotency key: the same for the same, and nothing without the link key.</param>
public sealed record CastingAttempt(VotingRight Right, string Key)
{
    /// <summary>Neither of them.</summary>
    public override string ToString() => "(attempt)";
}
