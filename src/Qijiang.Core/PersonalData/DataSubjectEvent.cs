using System.Text.Json.Serialization;
using NodaTime;

namespace Qijiang.Core.PersonalData;

// Stored for ever: the names and members below are the storage format. Add; never rename or remove.

/// <summary>What can happen to the data kept of a person.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Restricted), "data-subject.restricted.v1")]
[JsonDerivedType(typeof(RestrictionLifted), "data-subject.restriction-lifted.v1")]
[JsonDerivedType(typeof(Erased), "data-subject.erased.v1")]
public abstract record DataSubjectEvent
{
    private DataSubjectEvent() { }

    /// <summary>Erasure was asked for; what has to be kept is restricted (PI-08).</summary>
    /// <param name="Filed">What has to be kept.</param>
    /// <param name="On">The day.</param>
    public sealed record Restricted(ValueList<KeptRecord> Filed, LocalDate On) : DataSubjectEvent;

    /// <summary>The person lets it be dealt with again.</summary>
    public sealed record RestrictionLifted : DataSubjectEvent;

    /// <summary>Everything is erased (ARC-02).</summary>
    /// <param name="On">The day.</param>
    public sealed record Erased(LocalDate On) : DataSubjectEvent;
}
