using System.Text.Json.Serialization;

namespace Qijiang.Core.Congresses;

// Stored for ever: the names and members below are the storage format. Add; never rename or remove.

/// <summary>What can happen to a congress's record.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Established), "congress.established.v1")]
[JsonDerivedType(typeof(BodyAdded), "congress.body-added.v1")]
[JsonDerivedType(typeof(ElectoralDistrictAdded), "congress.electoral-district-added.v1")]
public abstract record CongressEvent
{
    private CongressEvent() { }

    /// <summary>It was established in this installation.</summary>
    public sealed record Established(CongressId Id, CongressLevel Level, Names Names, CongressId? Parent, string RuleSet, ValueList<Names> Areas) : CongressEvent;

    /// <summary>A body, office or agency was added.</summary>
    public sealed record BodyAdded(Body Body) : CongressEvent;

    /// <summary>An electoral district was added.</summary>
    public sealed record ElectoralDistrictAdded(ElectoralDistrict District) : CongressEvent;
}
