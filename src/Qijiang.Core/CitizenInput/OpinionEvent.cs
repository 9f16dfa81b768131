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
[JsonDerivedType(typeof(SuggestionLinked), "opinion.suggestion-linked.v1")]
[JsonDerivedType(typeof(Closed), "opinion.closed.v1")]
public abstract record OpinionEvent
{
    private OpinionEvent() { }

    /// <summary>It was received and registered.</summary>
    public sealed record Received(
        OpinionId Id, Sender Sender, PersonalText Words, PersonalText? Place, StatutoryPeriod? NoticeWithin, LocalDate On) : OpinionEvent;

    /// <summary>A person settled what it is in law.</summary>
    public sealed record KindSettled(OpinionKind Kind) : OpinionEvent;

    /// <summary>It was handed to a deputy.</summary>
    public sealed record HandedToDeputy(PersonId Deputy) : OpinionEvent;

    /// <summary>The citizen was told in writing.</summary>
    public sealed record NoticeGiven(Notice Notice, OfficialText Text) : OpinionEvent;

    /// <summary>A suggestion that it inspired was linked.</summary>
    public sealed record SuggestionLinked(SuggestionId Suggestion) : OpinionEvent;

    /// <summary>It was closed with a last word to the citizen.</summary>
    public sealed record Closed(OfficialText Result) : OpinionEvent;
}
