using NodaTime;
using Qijiang.Backend.Http;
using Qijiang.Core.CitizenInput;
using Qijiang.Core.Congresses;
using Qijiang.Core.Suggestions;

namespace Qijiang.Backend.Suggestions;

/// <summary>A suggestion to submit, in the deputy's own words.</summary>
public sealed record SuggestionSubmitted(
    string Title, [MaxText(TextLimits.Body)] string Text, SubmissionTime Made, IReadOnlyList<OpinionId>? Sources = null, IReadOnlyList<PersonId>? CoSigners = null, BodyId? Delegation = null, PersonId? Convenor = null) : ActRequest;

/// <summary>The desk registers a suggestion.</summary>
public sealed record SuggestionReceived(string Number) : ActRequest;

/// <summary>A signatory withdraws it.</summary>
public sealed record SuggestionWithdrawn([MaxText(TextLimits.Body)] string Letter) : ActRequest;

/// <summary>It is not admitted: returned, or, with <see cref="To"/>, passed on as a reference.</summary>
public sealed record SuggestionNotAdmitted(Inadmissibility Ground, [MaxText(TextLimits.Body)] string Explanation, DecisionGiven Decision, BodyId? To = null) : ActRequest;

/// <summary>It is merged into another.</summary>
public sealed record SuggestionMerged(SuggestionId Into, DecisionGiven Decision) : ActRequest;

/// <summary>The desk assigns a batch (交办会) to the coordinating office.</summary>
public sealed record BatchAssigned(IReadOnlyList<SuggestionId> Suggestions, BodyId To, DecisionGiven Decision) : ActRequest;

/// <summary>It goes to agencies.</summary>
public sealed record AssignedToAgencies(IReadOnlyList<AssignedToAgencies.PartGiven> Parts, DecisionGiven Decision) : ActRequest
{
    /// <summary>One agency's part.</summary>
    public sealed record PartGiven(BodyId Agency, HandlingRole Role, [MaxText(TextLimits.Body)] string? ComplexBecause = null);
}

/// <summary>Reasons alone: a return, a request for the longer limit, a demand for a new opinion.</summary>
public sealed record ReasonsGiven([MaxText(TextLimits.Body)] string Reasons) : ActRequest;

/// <summary>A return is declined, or agreed to where <see cref="To"/> says which agency gets it.</summary>
public sealed record ReturnDecided(DecisionGiven Decision, [MaxText(TextLimits.Body)] string? Reasons = null, BodyId? To = null) : ActRequest;

/// <summary>A request for the longer limit is decided.</summary>
public sealed record ExtensionDecided(bool Granted, DecisionGiven Decision, [MaxText(TextLimits.Body)] string? Reasons = null) : ActRequest;

/// <summary>The agency's period stands still from one day to another, both not counted.</summary>
public sealed record SuspensionGranted(LocalDate From, LocalDate To, [MaxText(TextLimits.Body)] string Reasons, DecisionGiven Decision) : ActRequest;

/// <summary>The agency met the deputy.</summary>
public sealed record ContactMade(ContactPhase Phase, ContactManner Manner, [MaxText(TextLimits.Body)] string Note) : ActRequest;

/// <summary>A text alone: an explanation, a report.</summary>
public sealed record TextGiven([MaxText(TextLimits.Body)] string Text) : ActRequest;

/// <summary>Something promised, by a day.</summary>
public sealed record PromiseGiven([MaxText(TextLimits.Body)] string Item, LocalDate By);

/// <summary>A reply, or a co-handler's opinion; of an opinion the class is left out.</summary>
public sealed record AnswerGiven([MaxText(TextLimits.Body)] string Text, PersonId SignedBy, ReplyClass? Class = null, IReadOnlyList<PromiseGiven>? Promises = null) : ActRequest;

/// <summary>A deputy's evaluation, or its correction.</summary>
public sealed record EvaluationGiven(SatisfactionGrade Grade, [MaxText(TextLimits.Body)] string? Opinion = null) : ActRequest;

/// <summary>The desk decides on re-handling.</summary>
public sealed record RehandlingDecided(bool Demand, [MaxText(TextLimits.Body)] string Grounds, DecisionGiven Decision) : ActRequest;

/// <summary>A text that carries a decision: the desk's handling opinion.</summary>
public sealed record OpinionDecided([MaxText(TextLimits.Body)] string Opinion, DecisionGiven Decision) : ActRequest;
