using NodaTime;

namespace Qijiang.Core.Congresses;

/// <summary>All the offices that one person has held in one congress. A person can hold several at once.</summary>
/// <param name="Person">The person; null before anything has happened.</param>
/// <param name="All">The mandates, in the order in which they were conferred.</param>
public sealed record Mandates(PersonId? Person, ValueList<Mandate> All)
{
    /// <summary>None.</summary>
    public static Mandates None { get; } = new(null, []);

    /// <summary>What the person holds on a day, whatever may be done in it.</summary>
    /// <param name="day">The day.</param>
    public ValueList<Mandate> HeldOn(LocalDate day) => All.Where(m => m.IsHeldOn(day)).ToValueList();

    /// <summary>Whether the person may act in an office on a day.</summary>
    /// <param name="office">The office.</param>
    /// <param name="body">The body it has to belong to; null where any will do.</param>
    /// <param name="day">The day of the act.</param>
    public bool Holds(Office office, BodyId? body, LocalDate day) => All.Any(m => m.Office == office && (body is null || m.Body == body) && m.MayActOn(day));

    /// <summary>Whether the person may act as this actor says on a day. A citizen needs no mandate, and Qijiang itself is no person.</summary>
    /// <param name="actor">The actor; on whose behalf is not asked here.</param>
    /// <param name="day">The day of the act.</param>
    public bool Allow(Actor actor, LocalDate day) => actor.Office is Office.Citizen || (Person == actor.Person && Holds(actor.Office, actor.Body, day));
}
