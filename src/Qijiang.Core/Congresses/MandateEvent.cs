using System.Text.Json.Serialization;
using NodaTime;

namespace Qijiang.Core.Congresses;

// Stored for ever: the names and members below are the storage format. Add; never rename or remove.

/// <summary>What can happen to a person's mandates in one congress.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Conferred), "mandate.conferred.v1")]
[JsonDerivedType(typeof(Confirmed), "mandate.confirmed.v1")]
[JsonDerivedType(typeof(Suspended), "mandate.suspended.v1")]
[JsonDerivedType(typeof(Resumed), "mandate.resumed.v1")]
[JsonDerivedType(typeof(Ended), "mandate.ended.v1")]
public abstract record MandateEvent
{
    private MandateEvent() { }

    /// <summary>An office was conferred: elected, appointed.</summary>
    /// <param name="Id">The mandate.</param>
    /// <param name="Person">The person.</param>
    /// <param name="Office">The office.</param>
    /// <param name="Body">The body it belongs to; null for a deputy's seat.</param>
    /// <param name="District">The electoral district of a deputy's seat.</param>
    /// <param name="From">The first day.</param>
    /// <param name="Decision">By which decision; null where none is needed.</param>
    public sealed record Conferred(
        MandateId Id, PersonId Person, Office Office, BodyId? Body, ElectoralDistrictId? District, LocalDate From, Decision? Decision) : MandateEvent;

    /// <summary>A deputy's credentials were confirmed (代表资格确认; DEP-04).</summary>
    /// <param name="Id">The mandate.</param>
    /// <param name="Decision">The decision; its date is the day.</param>
    public sealed record Confirmed(MandateId Id, Decision Decision) : MandateEvent;

    /// <summary>A deputy was suspended (DEP-05).</summary>
    /// <param name="Id">The mandate.</param>
    /// <param name="Ground">Why.</param>
    /// <param name="Decision">The decision; its date is the first day.</param>
    public sealed record Suspended(MandateId Id, SuspensionGround Ground, Decision Decision) : MandateEvent;

    /// <summary>A deputy acts again, the ground having gone (DEP-05).</summary>
    /// <param name="Id">The mandate.</param>
    /// <param name="Decision">What records it; its date is the first day of acting again.</param>
    public sealed record Resumed(MandateId Id, Decision Decision) : MandateEvent;

    /// <summary>A mandate ended (DEP-06).</summary>
    /// <param name="Id">The mandate.</param>
    /// <param name="Ground">Why.</param>
    /// <param name="LastDay">The last day.</param>
    /// <param name="Decision">The announcement, or the decision; null where none is needed.</param>
    public sealed record Ended(MandateId Id, MandateEnd Ground, LocalDate LastDay, Decision? Decision) : MandateEvent;
}
