using System.Text.Json.Serialization;
using NodaTime;
using Qijiang.Core.Law;

namespace Qijiang.Core.Congresses;

// Stored for ever: the names and members below are the storage format. Add; never rename or remove.

/// <summary>What can happen to a congress as the installation knows it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Established), "congress.established.v1")]
[JsonDerivedType(typeof(RuleSetChosen), "congress.rule-set-chosen.v1")]
[JsonDerivedType(typeof(AreaAdded), "congress.area-added.v1")]
[JsonDerivedType(typeof(BodyAdded), "congress.body-added.v1")]
[JsonDerivedType(typeof(BodyRenamed), "congress.body-renamed.v1")]
[JsonDerivedType(typeof(BodyClosed), "congress.body-closed.v1")]
[JsonDerivedType(typeof(ElectoralDistrictAdded), "congress.electoral-district-added.v1")]
public abstract record CongressEvent
{
    private CongressEvent() { }

    /// <summary>It was set up.</summary>
    /// <param name="Id">Which.</param>
    /// <param name="Level">Its level.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Parent">The congress above it in this installation.</param>
    /// <param name="RuleSet">The name of its rule set.</param>
    public sealed record Established(CongressId Id, CongressLevel Level, Bilingual Name, CongressId? Parent, string RuleSet) : CongressEvent;

    /// <summary>Another rule set holds from now on; running periods keep their version.</summary>
    /// <param name="RuleSet">Its name.</param>
    public sealed record RuleSetChosen(string RuleSet) : CongressEvent;

    /// <summary>An area without a congress of its own was added.</summary>
    /// <param name="Area">The area.</param>
    public sealed record AreaAdded(Area Area) : CongressEvent;

    /// <summary>A body, office or agency was added.</summary>
    /// <param name="Id">Which.</param>
    /// <param name="Kind">Its kind.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Area">The area it belongs to, where that has no congress of its own.</param>
    public sealed record BodyAdded(BodyId Id, BodyKind Kind, Bilingual Name, AreaId? Area) : CongressEvent;

    /// <summary>A body was given another name.</summary>
    /// <param name="Id">Which.</param>
    /// <param name="Name">Its new name.</param>
    public sealed record BodyRenamed(BodyId Id, Bilingual Name) : CongressEvent;

    /// <summary>A body was abolished; what it did stays its own.</summary>
    /// <param name="Id">Which.</param>
    /// <param name="On">The day.</param>
    public sealed record BodyClosed(BodyId Id, LocalDate On) : CongressEvent;

    /// <summary>An electoral district was added.</summary>
    /// <param name="District">The district.</param>
    public sealed record ElectoralDistrictAdded(ElectoralDistrict District) : CongressEvent;
}
