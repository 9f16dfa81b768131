using System.Text.Json.Serialization;
using Qijiang.Core.Congresses;

namespace Qijiang.Core.Obligations;

// Stored by these names: add, never rename or remove.

/// <summary>Who owes something, or to whom it is owed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(OfBody), "body")]
[JsonDerivedType(typeof(OfKind), "kind")]
[JsonDerivedType(typeof(OfPerson), "person")]
public abstract record Party
{
    private Party() { }

    /// <summary>A certain body or agency.</summary>
    /// <param name="Body">The body.</param>
    public sealed record OfBody(BodyId Body) : Party;

    /// <summary>The congress's body of a kind: its desk, whichever that is.</summary>
    /// <param name="Kind">The kind.</param>
    public sealed record OfKind(BodyKind Kind) : Party;

    /// <summary>A person: a deputy, a citizen.</summary>
    /// <param name="Person">The person.</param>
    public sealed record OfPerson(PersonId Person) : Party;
}
