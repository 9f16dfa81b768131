using Qijiang.Core;

namespace Qijiang.Backend.Ballots;

/// <summary>How an attempt to cast a ballot ended.</summary>
public abstract record CastOutcome
{
    private CastOutcome() { }

    /// <summary>The ballot is in the box, and durable.</summary>
    /// <param name="Repeat">Whether it was there before: the same attempt asked again.</param>
    public sealed record Recorded(bool Repeat) : CastOutcome;

    /// <summary>Another ballot lies in the box under this right; it was not opened.</summary>
    public sealed record AlreadyCast : CastOutcome;

    /// <summary>Nothing was written.</summary>
    /// <param name="Refusal">Why.</param>
    public sealed record Refused(Refusal Refusal) : CastOutcome;
}
