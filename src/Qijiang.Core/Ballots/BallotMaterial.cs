namespace Qijiang.Core.Ballots;

/// <summary>What the ballot side prepares for a poll before it opens.</summary>
/// <param name="Scheme">The ballot scheme: <c>sealed-1</c>.</param>
/// <param name="Places">How many voting rights were made, one for each place on the roll.</param>
/// <param name="RollHash">The hash over the sorted rights, <see cref="RollHash.Of"/>.</param>
/// <param name="SchemeData">The scheme's public data, Base64.</param>
public sealed record BallotMaterial(string Scheme, int Places, string RollHash, string SchemeData);
