using System.Text.Json.Serialization;
using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.CitizenInput;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;

namespace Qijiang.Core.Suggestions;

// Stored for ever: the names and members below are the storage format. Add; never rename or remove.

/// <summary>
/// What can happen to a suggestion. The date in law stands in the envelope; where a later act must not be dated before this
/// one, and neither a decision nor a period carries it, the event holds it as <c>On</c>.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Submitted), "suggestion.submitted.v1")]
[JsonDerivedType(typeof(CoSignatureConfirmed), "suggestion.co-signature-confirmed.v1")]
[JsonDerivedType(typeof(CoSignatureDeclined), "suggestion.co-signature-declined.v1")]
[JsonDerivedType(typeof(Received), "suggestion.received.v1")]
[JsonDerivedType(typeof(Returned), "suggestion.returned.v1")]
[JsonDerivedType(typeof(TakenAsReference), "suggestion.taken-as-reference.v1")]
[JsonDerivedType(typeof(MergedInto), "suggestion.merged-into.v1")]
[JsonDerivedType(typeof(OtherTakenIn), "suggestion.other-taken-in.v1")]
[JsonDerivedType(typeof(WithdrawalAsked), "suggestion.withdrawal-asked.v1")]
[JsonDerivedType(typeof(Withdrawn), "suggestion.withdrawn.v1")]
[JsonDerivedType(typeof(Assigned), "suggestion.assigned.v1")]
[JsonDerivedType(typeof(HandlingOpened), "suggestion.handling-opened.v1")]
[JsonDerivedType(typeof(ReturnAsked), "suggestion.return-asked.v1")]
[JsonDerivedType(typeof(ReturnDeclined), "suggestion.return-declined.v1")]
[JsonDerivedType(typeof(HandlingMoved), "suggestion.handling-moved.v1")]
[JsonDerivedType(typeof(ContactRecorded), "suggestion.contact-recorded.v1")]
[JsonDerivedType(typeof(ExtensionAsked), "suggestion.extension-asked.v1")]
[JsonDerivedType(typeof(ExtensionGranted), "suggestion.extension-granted.v1")]
[JsonDerivedType(typeof(ExtensionDeclined), "suggestion.extension-declined.v1")]
[JsonDerivedType(typeof(PeriodSuspended), "suggestion.period-suspended.v1")]
[JsonDerivedType(typeof(OverdueExplained), "suggestion.overdue-explained.v1")]
[JsonDerivedType(typeof(CoHandlerOpinionGiven), "suggestion.co-handler-opinion-given.v1")]
[JsonDerivedType(typeof(CoHandlerOpinionDemandedAnew), "suggestion.co-handler-opinion-demanded-anew.v1")]
[JsonDerivedType(typeof(ReplyGiven), "suggestion.reply-given.v1")]
[JsonDerivedType(typeof(EvaluationUrged), "suggestion.evaluation-urged.v1")]
[JsonDerivedType(typeof(Evaluated), "suggestion.evaluated.v1")]
[JsonDerivedType(typeof(EvaluationCorrected), "suggestion.evaluation-corrected.v1")]
[JsonDerivedType(typeof(MeetingDue), "suggestion.meeting-due.v1")]
[JsonDerivedType(typeof(RehandlingDemanded), "suggestion.rehandling-demanded.v1")]
[JsonDerivedType(typeof(RehandlingDeclined), "suggestion.rehandling-declined.v1")]
[JsonDerivedType(typeof(DemandReceived), "suggestion.demand-received.v1")]
[JsonDerivedType(typeof(MeetingOpinionGiven), "suggestion.meeting-opinion-given.v1")]
[JsonDerivedType(typeof(CommitmentLapsed), "suggestion.commitment-lapsed.v1")]
[JsonDerivedType(typeof(DeliveryReported), "suggestion.delivery-reported.v1")]
[JsonDerivedType(typeof(DeliveryEvaluationUrged), "suggestion.delivery-evaluation-urged.v1")]
[JsonDerivedType(typeof(DeliveryEvaluated), "suggestion.delivery-evaluated.v1")]
[JsonDerivedType(typeof(DeliveryEvaluationCorrected), "suggestion.delivery-evaluation-corrected.v1")]
[JsonDerivedType(typeof(DeliveryMeetingOpinionGiven), "suggestion.delivery-meeting-opinion-given.v1")]
public abstract record SuggestionEvent
{
    private SuggestionEvent() { }

    /// <summary>A deputy has submitted it (提出).</summary>
    /// <param name="Id">The suggestion.</param>
    /// <param name="Lead">The lead deputy.</param>
    /// <param name="AskedToCoSign">Who was asked to co-sign.</param>
    /// <param name="Delegation">The delegation that makes it, or null.</param>
    /// <param name="Title">Its title.</param>
    /// <param name="Text">The deputy's own words.</param>
    /// <param name="Sources">The citizens' opinions that inspired it.</param>
    /// <param name="Made">In session or between sessions.</param>
    /// <param name="On">The day.</param>
    public sealed record Submitted(
        SuggestionId Id, PersonId Lead, ValueList<PersonId> AskedToCoSign, Delegation? Delegation, OfficialText Title, OfficialText Text,
        ValueList<OpinionId> Sources, SubmissionTime Made, LocalDate On) : SuggestionEvent;

    /// <summary>A co-signer has confirmed that it expresses his or her real will (SUG-02).</summary>
    /// <param name="Deputy">The co-signer.</param>
    public sealed record CoSignatureConfirmed(PersonId Deputy) : SuggestionEvent;

    /// <summary>A deputy asked to co-sign has declined.</summary>
    /// <param name="Deputy">The deputy.</param>
    public sealed record CoSignatureDeclined(PersonId Deputy) : SuggestionEvent;

    /// <summary>The desk has received and registered it (受理). Who has not confirmed by now is not a signatory.</summary>
    /// <param name="Number">The registered number.</param>
    /// <param name="CoSigners">The co-signers who have confirmed.</param>
    /// <param name="AssignWithin">Within what it is assigned (SUG-10); null in session.</param>
    /// <param name="On">The day of receipt.</param>
    public sealed record Received(string Number, ValueList<PersonId> CoSigners, StatutoryPeriod? AssignWithin, LocalDate On) : SuggestionEvent;

    /// <summary>Not admitted and returned to the deputy (SUG-05).</summary>
    /// <param name="Ground">Why (SUG-04).</param>
    /// <param name="Explanation">What the deputy is told.</param>
    /// <param name="Decision">Who decided so.</param>
    public sealed record Returned(Inadmissibility Ground, OfficialText Explanation, Decision Decision) : SuggestionEvent;

    /// <summary>Not admitted and passed on as a working reference (SUG-05).</summary>
    /// <param name="To">To which department.</param>
    /// <param name="Ground">Why it is not admitted (SUG-04).</param>
    /// <param name="Explanation">What the deputy is told.</param>
    /// <param name="Decision">Who decided so.</param>
    public sealed record TakenAsReference(BodyId To, Inadmissibility Ground, OfficialText Explanation, Decision Decision) : SuggestionEvent;

    /// <summary>Merged into another suggestion (SUG-11).</summary>
    /// <param name="Into">The one that goes on.</param>
    /// <param name="Decision">Who decided so.</param>
    public sealed record MergedInto(SuggestionId Into, Decision Decision) : SuggestionEvent;

    /// <summary>Another suggestion was merged into this one; the reply goes to its signatories, too (SUG-11).</summary>
    /// <param name="Other">The other one, with its signatories.</param>
    public sealed record OtherTakenIn(TakenIn Other) : SuggestionEvent;

    /// <summary>A signatory has asked in writing to withdraw it (SUG-07).</summary>
    /// <param name="Deputy">The signatory.</param>
    /// <param name="Letter">The letter.</param>
    public sealed record WithdrawalAsked(PersonId Deputy, OfficialText Letter) : SuggestionEvent;

    /// <summary>It is withdrawn; handling has ended at once (SUG-07).</summary>
    public sealed record Withdrawn : SuggestionEvent;

    /// <summary>The desk has assigned it to the coordinating office (交办).</summary>
    /// <param name="To">The coordinating office.</param>
    /// <param name="Decision">The meeting (交办会) and the document.</param>
    public sealed record Assigned(BodyId To, Decision Decision) : SuggestionEvent;

    /// <summary>Something that happened to one agency's part.</summary>
    /// <param name="Agency">The agency.</param>
    public abstract record OfHandling(BodyId Agency) : SuggestionEvent;

    /// <summary>A part was assigned to an agency; its periods run from the date of this document (SUG-14).</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Role">Its role (SUG-12).</param>
    /// <param name="Owed">Within what it replies (SUG-20); a co-handler, within what it gives its opinion to the lead (SUG-16).</param>
    /// <param name="ReturnWithin">Within what it may say that the matter is not its own (SUG-13).</param>
    /// <param name="ContactWithin">Within what it meets the deputy (SUG-15); null for a co-handler.</param>
    /// <param name="ComplexBecause">Why the longer limit holds from the start (SUG-20a); null where it does not.</param>
    /// <param name="FirstAssignedOn">When this part was first assigned, to whichever agency.</param>
    /// <param name="Decision">The document that assigns it to this agency.</param>
    public sealed record HandlingOpened(
        BodyId Agency, HandlingRole Role, StatutoryPeriod Owed, StatutoryPeriod ReturnWithin, StatutoryPeriod? ContactWithin,
        OfficialText? ComplexBecause, LocalDate FirstAssignedOn, Decision Decision) : OfHandling(Agency);

    /// <summary>The agency says that the matter is not its own (退办; SUG-13).</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Reasons">Its written reasons.</param>
    /// <param name="DecideWithin">Within what the desk assigns it anew, from receipt of the return.</param>
    public sealed record ReturnAsked(BodyId Agency, OfficialText Reasons, StatutoryPeriod DecideWithin) : OfHandling(Agency);

    /// <summary>The return is declined; the agency goes on, its period never having stopped.</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Reasons">Why it is its own matter.</param>
    /// <param name="Decision">Who decided so.</param>
    public sealed record ReturnDeclined(BodyId Agency, OfficialText Reasons, Decision Decision) : OfHandling(Agency);

    /// <summary>The return is agreed to and the part goes to another agency (改办); <see cref="HandlingOpened"/> follows for that one.</summary>
    /// <param name="Agency">The agency that is rid of it.</param>
    /// <param name="To">The agency that has it now.</param>
    /// <param name="Decision">Who decided so.</param>
    public sealed record HandlingMoved(BodyId Agency, BodyId To, Decision Decision) : OfHandling(Agency);

    /// <summary>The agency has met the deputy (SUG-15, SUG-28).</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Phase">Before, during or after handling.</param>
    /// <param name="Manner">How.</param>
    /// <param name="Note">What was said.</param>
    /// <param name="On">The day.</param>
    public sealed record ContactRecorded(BodyId Agency, ContactPhase Phase, ContactManner Manner, OfficialText Note, LocalDate On) : OfHandling(Agency);

    /// <summary>The agency asks for the longer limit (SUG-20a).</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Reasons">Why the matter is broad or difficult; the deputy is told.</param>
    /// <param name="On">The day.</param>
    public sealed record ExtensionAsked(BodyId Agency, OfficialText Reasons, LocalDate On) : OfHandling(Agency);

    /// <summary>The longer limit holds, counted from assignment like the shorter one (SUG-20).</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Owed">The longer period; it starts on the same day.</param>
    /// <param name="Decision">By which decision; null where none is needed (SUG-20a).</param>
    public sealed record ExtensionGranted(BodyId Agency, StatutoryPeriod Owed, Decision? Decision) : OfHandling(Agency);

    /// <summary>The longer limit is declined.</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Reasons">Why.</param>
    /// <param name="Decision">Who decided so.</param>
    public sealed record ExtensionDeclined(BodyId Agency, OfficialText Reasons, Decision Decision) : OfHandling(Agency);

    /// <summary>The agency's period stands still for a time (期限中止, CAL-13).</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="From">The first day that is not counted.</param>
    /// <param name="To">The last day that is not counted.</param>
    /// <param name="Reasons">Why; the deputy is told.</param>
    /// <param name="Decision">Who granted it.</param>
    /// <param name="Rule">The rule that allows it.</param>
    public sealed record PeriodSuspended(BodyId Agency, LocalDate From, LocalDate To, OfficialText Reasons, Decision Decision, RuleRef Rule) : OfHandling(Agency);

    /// <summary>The agency explains to the deputy in writing why it can't finish in time (SUG-20b).</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Explanation">The explanation.</param>
    /// <param name="On">The day.</param>
    public sealed record OverdueExplained(BodyId Agency, OfficialText Explanation, LocalDate On) : OfHandling(Agency);

    /// <summary>A co-handler has given its opinion to the lead (SUG-16).</summary>
    /// <param name="Agency">The co-handler.</param>
    /// <param name="Text">The opinion.</param>
    /// <param name="SignedBy">Who signed it.</param>
    /// <param name="Promises">What it promises for its part (SUG-23).</param>
    /// <param name="On">The day.</param>
    public sealed record CoHandlerOpinionGiven(
        BodyId Agency, OfficialText Text, PersonId SignedBy, ValueList<Promise> Promises, LocalDate On) : OfHandling(Agency);

    /// <summary>The lead finds a co-handler's opinion empty and demands a new one (SUG-16).</summary>
    /// <param name="Agency">The co-handler.</param>
    /// <param name="Reasons">What is missing.</param>
    /// <param name="Owed">Within what the new one is due, from the demand.</param>
    public sealed record CoHandlerOpinionDemandedAnew(BodyId Agency, OfficialText Reasons, StatutoryPeriod Owed) : OfHandling(Agency);

    /// <summary>The agency has replied (答复).</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Class">The class of the reply (SUG-22).</param>
    /// <param name="Text">The reply.</param>
    /// <param name="SignedBy">The principal leader who signed it (SUG-25).</param>
    /// <param name="AnswerTo">To whom it goes (SUG-11, SUG-26).</param>
    /// <param name="Promises">What it promises (SUG-23).</param>
    /// <param name="EvaluateWithin">Within what the deputy evaluates, from receipt (SUG-31); its start is the day of the reply.</param>
    public sealed record ReplyGiven(
        BodyId Agency, ReplyClass Class, OfficialText Text, PersonId SignedBy, ValueList<PersonId> AnswerTo, ValueList<Promise> Promises,
        StatutoryPeriod EvaluateWithin) : OfHandling(Agency);

    /// <summary>The deputy was reminded, the time for evaluating being over (催办; SUG-36).</summary>
    /// <param name="Agency">The agency whose answer waits for evaluation.</param>
    public sealed record EvaluationUrged(BodyId Agency) : OfHandling(Agency);

    /// <summary>The deputy has evaluated a reply, or a co-handler's opinion (SUG-30, SUG-39).</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Of">The reply or the opinion.</param>
    /// <param name="Grade">The grade.</param>
    /// <param name="Opinion">The specific opinions; always there where the grade is dissatisfied (SUG-32).</param>
    /// <param name="Counted">Whether it counts in the statistics (SUG-36).</param>
    /// <param name="Correctable">Starts on the day of the evaluation: within it a mis-click may be put right (SUG-38).</param>
    public sealed record Evaluated(
        BodyId Agency, Subject Of, SatisfactionGrade Grade, OfficialText? Opinion, bool Counted, StatutoryPeriod Correctable) : OfHandling(Agency);

    /// <summary>The deputy has put right a mis-click; the first value stands in its own event (SUG-38).</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Was">The grade before.</param>
    /// <param name="Grade">The grade now.</param>
    /// <param name="Opinion">The specific opinions.</param>
    public sealed record EvaluationCorrected(BodyId Agency, SatisfactionGrade Was, SatisfactionGrade Grade, OfficialText? Opinion) : OfHandling(Agency);

    /// <summary>The desk has to convene deputy and agency (SUG-34).</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Because">The rule that says so.</param>
    public sealed record MeetingDue(BodyId Agency, RuleRef Because) : OfHandling(Agency);

    /// <summary>The desk demands re-handling (重新办理; SUG-32).</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Demand">What has to be done anew.</param>
    /// <param name="Decision">The decision.</param>
    public sealed record RehandlingDemanded(BodyId Agency, OfficialText Demand, Decision Decision) : OfHandling(Agency);

    /// <summary>The desk demands no re-handling (SUG-32).</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Grounds">Why not.</param>
    /// <param name="Decision">The decision.</param>
    public sealed record RehandlingDeclined(BodyId Agency, OfficialText Grounds, Decision Decision) : OfHandling(Agency);

    /// <summary>The agency has received the demand; the period starts (SUG-33).</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Owed">Within what it replies anew.</param>
    public sealed record DemandReceived(BodyId Agency, StatutoryPeriod Owed) : OfHandling(Agency);

    /// <summary>The desk has convened both sides and given its handling opinion (处理意见; SUG-34).</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Opinion">The opinion.</param>
    /// <param name="Decision">The decision that carries it.</param>
    public sealed record MeetingOpinionGiven(BodyId Agency, OfficialText Opinion, Decision Decision) : OfHandling(Agency);

    /// <summary>Something that happened to one committed item.</summary>
    /// <param name="Agency">The agency that promised.</param>
    /// <param name="Commitment">The item.</param>
    public abstract record OfCommitment(BodyId Agency, CommitmentId Commitment) : OfHandling(Agency);

    /// <summary>The promised day passed without a report of delivery; the matter is back on the desk.</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Commitment">The item.</param>
    /// <param name="On">The day.</param>
    public sealed record CommitmentLapsed(BodyId Agency, CommitmentId Commitment, LocalDate On) : OfCommitment(Agency, Commitment);

    /// <summary>The agency reports an item as delivered (SUG-24).</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Commitment">The item.</param>
    /// <param name="Report">The report.</param>
    /// <param name="EvaluateWithin">Within what the deputy evaluates, from receipt (SUG-31).</param>
    public sealed record DeliveryReported(
        BodyId Agency, CommitmentId Commitment, OfficialText Report, StatutoryPeriod EvaluateWithin) : OfCommitment(Agency, Commitment);

    /// <summary>The deputy was reminded, the time for evaluating delivery being over (SUG-36).</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Commitment">The item.</param>
    public sealed record DeliveryEvaluationUrged(BodyId Agency, CommitmentId Commitment) : OfCommitment(Agency, Commitment);

    /// <summary>The deputy has evaluated delivery (SUG-30). Dissatisfied, it goes to the convened meeting (SUG-35).</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Commitment">The item.</param>
    /// <param name="Grade">The grade.</param>
    /// <param name="Opinion">The specific opinions; always there where the grade is dissatisfied (SUG-32).</param>
    /// <param name="Counted">Whether it counts in the statistics (SUG-36).</param>
    /// <param name="Correctable">Starts on the day of the evaluation (SUG-38).</param>
    /// <param name="MeetingBecause">The rule that sends it to the meeting; null where it does not go there.</param>
    public sealed record DeliveryEvaluated(
        BodyId Agency, CommitmentId Commitment, SatisfactionGrade Grade, OfficialText? Opinion, bool Counted, StatutoryPeriod Correctable,
        RuleRef? MeetingBecause) : OfCommitment(Agency, Commitment);

    /// <summary>The deputy has put right a mis-click on delivery (SUG-38).</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Commitment">The item.</param>
    /// <param name="Was">The grade before.</param>
    /// <param name="Grade">The grade now.</param>
    /// <param name="Opinion">The specific opinions.</param>
    /// <param name="MeetingBecause">The rule that sends it to the meeting; null where it does not go there.</param>
    public sealed record DeliveryEvaluationCorrected(
        BodyId Agency, CommitmentId Commitment, SatisfactionGrade Was, SatisfactionGrade Grade, OfficialText? Opinion,
        RuleRef? MeetingBecause) : OfCommitment(Agency, Commitment);

    /// <summary>The desk's handling opinion on an item that lapsed or was delivered badly (SUG-35).</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Commitment">The item.</param>
    /// <param name="Opinion">The opinion.</param>
    /// <param name="Decision">The decision that carries it.</param>
    public sealed record DeliveryMeetingOpinionGiven(
        BodyId Agency, CommitmentId Commitment, OfficialText Opinion, Decision Decision) : OfCommitment(Agency, Commitment);
}
