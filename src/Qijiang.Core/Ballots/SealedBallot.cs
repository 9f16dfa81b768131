namespace Qijiang.Core.Ballots;

/// <summary>
/// A ballot that only its scheme can open: of the same length for every choice in a frame, never parsed outside its scheme.
/// Its printed form shows no bytes. Compare <see cref="Payload"/> by its contents; the record itself compares by reference.
/// </summary>
/// <param name="Scheme">The id of the scheme.</param>
/// <param name="Payload">The bytes.</param>
public sealed record SealedBallot(string Scheme, ReadOnlyMemory<byte> Payload)
{
    /// <summary>Never the bytes.</summary>
    public override string ToString() => $"(sealed ballot, {Scheme})";
}
