using System.Text.Json.Serialization;
using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Suggestions;

namespace Qijiang.Core.CitizenInput;

// Stored for ever: the names and members below are the storage format. Add; never rename or remove.

/// <summary>What can happen to a citizen's opinion.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Received), "opinion.received.v1")]
[JsonDerivedType(typeof(KindSettled), "opinion.kind-settled.v1")]
[JsonDerivedType(typeof(HandedToDeputy), "opinion.handed-to-deputy.v1")]
[JsonDerivedType(typeof(NoticeGiven), "opinion.notice-given.v1")]
[JsonDerivedType(typeof(Referred), "opinion.referred.v1")]
[JsonDerivedType(typeof(SuggestionLinked), "opinion.suggestion-linked.v1")]
[JsonDerivedType(typeof(Closed), "opinion.closed.v1")]
public abstract record OpinionEvent
{
    private OpinionEvent() { }

    /// <summary>It was received, through whichever door: the channel stands in the envelope.</summary>
    /// <param name="Id">The opinion.</param>
    /// <param name="From">The citizen.</param>
    /// <param name="Words">What the citizen said.</param>
    /// <param name="Title">What it is about; null where none was given.</param>
    /// <param name="Place">Where, coarsely; null where none was given.</param>
    /// <param name="Name">The citizen's name; null where none was given.</param>
    /// <param name="Contact">How to reach the citizen; null where nothing was given.</param>
    /// <param name="Manner">How it was said.</param>
    /// <param name="District">The electoral district it concerns; null where it is not known.</param>
    /// <param name="NoticeWithin">Within what the citizen is told in writing; null where nobody can be told (CIT-10).</param>
    /// <param name="On">The day.</param>
    public sealed record Received(
        OpinionId Id, PersonId From, PersonalText Words, PersonalText? Title, PersonalText? Place, PersonalText? Name, PersonalText? Contact,
        OpinionManner Manner, ElectoralDistrictId? District, StatutoryPeriod? NoticeWithin, LocalDate On) : OpinionEvent;

    /// <summary>A person has settled what it is in law (CIT-02, CIT-03).</summary>
    /// <param name="Kind">The kind.</param>
    /// <param name="District">The electoral district it concerns, where it was not known; else null.</param>
    public sealed record KindSettled(OpinionKind Kind, ElectoralDistrictId? District) : OpinionEvent;

    /// <summary>It was handed to a deputy of its electoral district.</summary>
    /// <param name="Deputy">The deputy.</param>
    public sealed record HandedToDeputy(PersonId Deputy) : OpinionEvent;

    /// <summary>The citizen was told in writing (CIT-10).</summary>
    /// <param name="Kind">What was told.</param>
    /// <param name="Text">The notice.</param>
    /// <param name="On">The day.</param>
    public sealed record NoticeGiven(NoticeKind Kind, OfficialText Text, LocalDate On) : OpinionEvent;

    /// <summary>It was referred: the citizen was told where to go, or it was handed to supervision.</summary>
    /// <param name="To">Where to.</param>
    /// <param name="Explanation">Why.</param>
    /// <param name="Decision">By which decision; null where none is needed.</param>
    /// <param name="On">The day.</param>
    public sealed record Referred(OfficialText To, OfficialText Explanation, Decision? Decision, LocalDate On) : OpinionEvent;

    /// <summary>A suggestion came of it.</summary>
    /// <param name="Suggestion">The suggestion.</param>
    public sealed record SuggestionLinked(SuggestionId Suggestion) : OpinionEvent;

    /// <summary>It is closed (办结).</summary>
    /// <param name="Outcome">What came of it.</param>
    public sealed record Closed(OfficialText Outcome) : OpinionEvent;
}
