using NodaTime;
using Qijiang.Backend.Calendar;
using Qijiang.Core.CitizenInput;
using Qijiang.Core.Congresses;
using Qijiang.Core.Suggestions;

namespace Qijiang.Backend.Suggestions;

/// <summary>Where a suggestion stands.</summary>
/// <param name="Id">Which.</param>
/// <param name="Version">The version of its record.</param>
/// <param name="State">The name of its state.</param>
/// <param name="Number">The number it is registered under.</param>
/// <param name="AssignBy">By when the desk assigns it; null where nothing is owed.</param>
/// <param name="FirstAssignedOn">When the desk assigned it first; stays shown whatever follows (SUG-14).</param>
/// <param name="Handlings">Where each agency stands.</param>
public sealed record SuggestionBrief(
    SuggestionId Id, int Version, string State, string? Number, DeadlineShown? AssignBy, LocalDate? FirstAssignedOn, IReadOnlyList<HandlingShown> Handlings);

/// <summary>A suggestion with its words and its history.</summary>
public sealed record SuggestionShown(
    SuggestionBrief Standing, string? Title, string? Text, PersonId Lead, IReadOnlyList<OpinionId> Sources, IReadOnlyList<StepShown> History, IReadOnlyList<ReplyShown> Replies);

/// <summary>Where one agency stands, with each deadline explained.</summary>
public sealed record HandlingShown(
    BodyId Agency, Names? Names, HandlingRole Role, string DocumentNumber, LocalDate AssignedOn, LocalDate FirstAssignedOn, string Stage,
    DeadlineShown? Due, DeadlineShown? ReturnBy, DeadlineShown? ContactBy, IReadOnlyList<Contact> Contacts, IReadOnlyList<CommitmentShown> Commitments, SatisfactionGrade? Grade)
{
    /// <summary>When the period of its answer stood still, why, and who granted it (CAL-13); <see cref="Due"/> shows both dates.</summary>
    public IReadOnlyList<PauseShown> Suspensions { get; init; } = [];
}

/// <summary>A suspension of a period as it was granted.</summary>
public sealed record PauseShown(LocalDate From, LocalDate To, string? Reasons, BodyId GrantedBy, string DocumentNumber, PersonId Signatory, LocalDate GrantedOn);

/// <summary>A committed item.</summary>
public sealed record CommitmentShown(CommitmentId Id, LocalDate PromisedOn, LocalDate PromisedFor, string Delivery);

/// <summary>One step: the act in law, and the click.</summary>
public sealed record StepShown(LocalDate OccurredOn, Instant RecordedAt, Office Office, BodyId? Body, PersonId? OnBehalfOf, Channel Channel, string What);

/// <summary>A reply.</summary>
public sealed record ReplyShown(BodyId Agency, ReplyClass Class, string? Text);
