using System.Text.Json.Serialization;

namespace Qijiang.Core.Congresses;

/// <summary>Who acted, in which office, and on whose behalf.</summary>
/// <param name="Person">The person who did it; for what Qijiang does by itself, <see cref="Qijiang"/>.</param>
/// <param name="Office">The office in which it was done.</param>
/// <param name="Body">The body or agency that the office belongs to; null for a citizen or a deputy acting alone.</param>
/// <param name="OnBehalfOf">The person for whom it was entered (an act on paper, something said at a station); null where the person acted.</param>
public sealed record Actor(PersonId Person, Office Office, BodyId? Body = null, PersonId? OnBehalfOf = null)
{
    /// <summary>The system itself: a timer that found a promised date passed, a tally that runs from the queue.</summary>
    public static Actor Qijiang { get; } = new(new PersonId("qijiang"), Office.System);

    /// <summary>Whose act it is in law: the one on whose behalf it was entered, else the person who did it.</summary>
    [JsonIgnore]
    public PersonId Principal => OnBehalfOf ?? Person;
}
