using System.Text.Json.Serialization;
using Qijiang.Core.CitizenInput;
using Qijiang.Core.Congresses;
using Qijiang.Core.Suggestions;

namespace Qijiang.Core.Obligations;

// Stored by these names: add, never rename or remove.

/// <summary>What an obligation is about.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(OfSuggestion), "suggestion")]
[JsonDerivedType(typeof(OfOpinion), "opinion")]
[JsonDerivedType(typeof(Other), "other")]
public abstract record Matter
{
    private Matter() { }

    /// <summary>A suggestion.</summary>
    /// <param name="Id">The suggestion.</param>
    /// <param name="Agency">The agency whose part it is; null where it is about the whole.</param>
    /// <param name="Commitment">The committed item; null where it is about none.</param>
    public sealed record OfSuggestion(SuggestionId Id, BodyId? Agency = null, CommitmentId? Commitment = null) : Matter;

    /// <summary>A citizen's opinion.</summary>
    /// <param name="Id">The opinion.</param>
    public sealed record OfOpinion(OpinionId Id) : Matter;

    /// <summary>Something of a capability that has no case of its own here: a document, a deliberation opinion.</summary>
    /// <param name="Capability">The capability's name, in small letters: <c>filing</c>.</param>
    /// <param name="Id">Which, within the capability.</param>
    public sealed record Other(string Capability, string Id) : Matter;
}
