using NodaTime;
using Qijiang.Core.CitizenInput;
using Qijiang.Core.Congresses;

namespace Qijiang.Core.Suggestions;

/// <summary>What someone wants done with a suggestion. Whether <see cref="By"/> holds the office on that day is asked of the mandates first.</summary>
public abstract record SuggestionCommand
{
    private SuggestionCommand() { }

    /// <summary>Who acts, in which office, for which body.</summary>
    public required Actor By { get; init; }

    /// <summary>The date of the act in law. Of an act by decision, the date of the document.</summary>
    public required LocalDate OccurredOn { get; init; }

    /// <summary>Submits a suggestion (提出建议; SUG-01 to SUG-04). By the lead deputy.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Lead">The lead deputy.</param>
    /// <param name="CoSigners">Who is asked to co-sign; each confirms for himself or herself.</param>
    /// <param name="Title">Its title.</param>
    /// <param name="Text">The deputy's own words.</param>
    /// <param name="Made">In session or between sessions.</param>
    /// <param name="Sources">The citizens' opinions that inspired it.</param>
    public sealed record Submit(
        SuggestionId Id, PersonId Lead, ValueList<PersonId> CoSigners, OfficialText Title, OfficialText Text, SubmissionTime Made,
        ValueList<OpinionId> Sources = default) : SuggestionCommand
    {
        /// <summary>The sources' words, for comparison only: they are not stored. A text that copies one is refused (SUG-04).</summary>
        public ValueList<PersonalText> SourceTexts { get; init; }

        /// <summary>The delegation that makes it; null for one deputy or several.</summary>
        public Delegation? Delegation { get; init; }
    }

    /// <summary>A deputy asked to co-sign confirms (SUG-02).</summary>
    public sealed record ConfirmCoSignature : SuggestionCommand;

    /// <summary>A deputy asked to co-sign declines (SUG-02).</summary>
    public sealed record DeclineCoSignature : SuggestionCommand;

    /// <summary>The desk receives and registers it (受理; SUG-10). Who has not confirmed by now is not a signatory.</summary>
    /// <param name="Number">The number it is registered under.</param>
    public sealed record Receive(string Number) : SuggestionCommand;

    /// <summary>A signatory withdraws in writing (撤回; SUG-07); of a joint one, every signatory has to, where the rules say so.</summary>
    /// <param name="Letter">The letter.</param>
    public sealed record Withdraw(OfficialText Letter) : SuggestionCommand;

    /// <summary>Takes in another suggestion that was merged into this one (SUG-11). By Qijiang, from the other's event.</summary>
    /// <param name="Other">The other one, with its signatories.</param>
    public sealed record TakeIn(TakenIn Other) : SuggestionCommand;

    /// <summary>Does not admit it and returns it to the deputy (SUG-05).</summary>
    /// <param name="Ground">Why (SUG-04).</param>
    /// <param name="Explanation">What the deputy is told.</param>
    /// <param name="Decision">The decision.</param>
    public sealed record Return(Inadmissibility Ground, OfficialText Explanation, Decision Decision) : SuggestionCommand, IDecided;

    /// <summary>Does not admit it and passes it to a department as a working reference (SUG-05).</summary>
    /// <param name="To">The department.</param>
    /// <param name="Ground">Why (SUG-04).</param>
    /// <param name="Explanation">What the deputy is told.</param>
    /// <param name="Decision">The decision.</param>
    public sealed record TakeAsReference(BodyId To, Inadmissibility Ground, OfficialText Explanation, Decision Decision) : SuggestionCommand, IDecided;

    /// <summary>Merges it into another (并案; SUG-11); the other one then takes it in.</summary>
    /// <param name="Into">The one that goes on.</param>
    /// <param name="Decision">The decision.</param>
    public sealed record MergeInto(SuggestionId Into, Decision Decision) : SuggestionCommand, IDecided;

    /// <summary>The desk assigns it to the government's coordinating office (交办; SUG-10).</summary>
    /// <param name="To">The coordinating office.</param>
    /// <param name="Decision">The meeting (交办会) and the document.</param>
    public sealed record Assign(BodyId To, Decision Decision) : SuggestionCommand, IDecided;

    /// <summary>
    /// Assigns it to agencies (SUG-12): by the coordinating office that has it, or by the desk where it goes to agencies directly.
    /// Each agency's periods run from the date of this document (SUG-14).
    /// </summary>
    /// <param name="Parts">One lead with co-handlers, or separate handlers.</param>
    /// <param name="Decision">The document.</param>
    public sealed record AssignToAgencies(ValueList<Part> Parts, Decision Decision) : SuggestionCommand, IDecided;

    /// <summary>An act on one agency's part.</summary>
    /// <param name="Agency">The agency.</param>
    public abstract record ForHandling(BodyId Agency) : SuggestionCommand;

    /// <summary>The agency says that the matter is not its own (退办; SUG-13).</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Reasons">Its written reasons.</param>
    public sealed record ReturnMisassigned(BodyId Agency, OfficialText Reasons) : ForHandling(Agency);

    /// <summary>The return is declined.</summary>
    /// <param name="Agency">The agency that wanted to be rid of it.</param>
    /// <param name="Reasons">Why it is its own matter.</param>
    /// <param name="Decision">The decision.</param>
    public sealed record DeclineReturn(BodyId Agency, OfficialText Reasons, Decision Decision) : ForHandling(Agency), IDecided;

    /// <summary>The return is agreed to and the part goes to another agency in the same role (改办; SUG-13, SUG-14).</summary>
    /// <param name="Agency">The agency that is rid of it.</param>
    /// <param name="To">The agency that gets it.</param>
    /// <param name="Decision">The decision.</param>
    public sealed record Reassign(BodyId Agency, BodyId To, Decision Decision) : ForHandling(Agency), IDecided;

    /// <summary>The agency records that it met the deputy (SUG-15, SUG-28).</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Phase">Before, during or after handling.</param>
    /// <param name="Manner">How.</param>
    /// <param name="Note">What was said.</param>
    public sealed record RecordContact(BodyId Agency, ContactPhase Phase, ContactManner Manner, OfficialText Note) : ForHandling(Agency);

    /// <summary>The agency asks for the longer limit of broad or difficult matters (SUG-20a); it holds at once where nobody has to agree.</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Reasons">Why; the deputy is told.</param>
    public sealed record Extend(BodyId Agency, OfficialText Reasons) : ForHandling(Agency);

    /// <summary>Agrees to the longer limit or declines it (SUG-20a).</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Granted">Whether it is agreed to.</param>
    /// <param name="Decision">The decision.</param>
    /// <param name="Reasons">Why it is declined; needed then.</param>
    public sealed record DecideExtension(BodyId Agency, bool Granted, Decision Decision, OfficialText? Reasons = null) : ForHandling(Agency), IDecided;

    /// <summary>Lets the agency's running period stand still for a time (期限中止, CAL-13): the days are not counted, what was left of it runs on after them.</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="From">The first day that is not counted; within the period.</param>
    /// <param name="To">The last day that is not counted.</param>
    /// <param name="Reasons">Why; the deputy is told.</param>
    /// <param name="Decision">The decision, taken before the period is over.</param>
    public sealed record SuspendPeriod(BodyId Agency, LocalDate From, LocalDate To, OfficialText Reasons, Decision Decision) : ForHandling(Agency), IDecided;

    /// <summary>The agency explains in writing why it can't finish in time (SUG-20b).</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Explanation">The explanation.</param>
    public sealed record ExplainOverdue(BodyId Agency, OfficialText Explanation) : ForHandling(Agency);

    /// <summary>A co-handler gives its opinion to the lead (SUG-16).</summary>
    /// <param name="Agency">The co-handler.</param>
    /// <param name="Text">The opinion.</param>
    /// <param name="SignedBy">Its principal leader.</param>
    /// <param name="Promises">What it promises for its part (SUG-23).</param>
    public sealed record GiveCoHandlerOpinion(BodyId Agency, OfficialText Text, PersonId SignedBy, ValueList<Promise> Promises = default) : ForHandling(Agency);

    /// <summary>The lead agency finds a co-handler's opinion empty and demands a new one (SUG-16).</summary>
    /// <param name="Agency">The co-handler.</param>
    /// <param name="Reasons">What is missing.</param>
    public sealed record DemandCoHandlerOpinionAnew(BodyId Agency, OfficialText Reasons) : ForHandling(Agency);

    /// <summary>The agency replies (答复; SUG-20 to SUG-26).</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Class">The class of the reply.</param>
    /// <param name="Text">The reply.</param>
    /// <param name="SignedBy">The principal leader who signed it; acts here, or is the one on whose behalf it is entered.</param>
    /// <param name="Promises">What it promises; at least one where the class is the one that makes commitments.</param>
    public sealed record GiveReply(BodyId Agency, ReplyClass Class, OfficialText Text, PersonId SignedBy, ValueList<Promise> Promises = default) : ForHandling(Agency);

    /// <summary>An act that follows an answer.</summary>
    /// <param name="Agency">The agency whose answer it is.</param>
    public abstract record ForEvaluation(BodyId Agency) : ForHandling(Agency);

    /// <summary>Notes that the deputy was reminded after the time for evaluating was over (催办; SUG-36).</summary>
    /// <param name="Agency">The agency whose answer waits.</param>
    public sealed record UrgeEvaluation(BodyId Agency) : ForEvaluation(Agency);

    /// <summary>The deputy evaluates a reply or a co-handler's opinion (SUG-30 to SUG-32).</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Grade">The grade.</param>
    /// <param name="Opinion">The specific opinions; needed where dissatisfied.</param>
    public sealed record Evaluate(BodyId Agency, SatisfactionGrade Grade, OfficialText? Opinion = null) : ForEvaluation(Agency);

    /// <summary>The deputy puts right a mis-click (SUG-38).</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Grade">The right grade.</param>
    /// <param name="Opinion">The specific opinions; needed where dissatisfied.</param>
    public sealed record CorrectEvaluation(BodyId Agency, SatisfactionGrade Grade, OfficialText? Opinion = null) : ForEvaluation(Agency);

    /// <summary>The desk decides, as circumstances warrant, whether to demand re-handling (SUG-32).</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Demand">Whether it is demanded.</param>
    /// <param name="Grounds">What has to be done anew, or why it is left at that.</param>
    /// <param name="Decision">The decision.</param>
    public sealed record DecideRehandling(BodyId Agency, bool Demand, OfficialText Grounds, Decision Decision) : ForEvaluation(Agency), IDecided;

    /// <summary>The agency acknowledges the demand; the period starts on that day (SUG-33).</summary>
    /// <param name="Agency">The agency.</param>
    public sealed record AcknowledgeDemand(BodyId Agency) : ForEvaluation(Agency);

    /// <summary>The desk gives the handling opinion of the meeting it convened (SUG-34).</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Opinion">The opinion.</param>
    /// <param name="Decision">The decision that carries it.</param>
    public sealed record GiveMeetingOpinion(BodyId Agency, OfficialText Opinion, Decision Decision) : ForEvaluation(Agency), IDecided;

    /// <summary>An act on one committed item.</summary>
    /// <param name="Agency">The agency that promised.</param>
    /// <param name="Commitment">The item.</param>
    public abstract record ForCommitment(BodyId Agency, CommitmentId Commitment) : ForHandling(Agency);

    /// <summary>Notes that the promised day has passed without a report of delivery. By Qijiang itself.</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Commitment">The item.</param>
    public sealed record LapseCommitment(BodyId Agency, CommitmentId Commitment) : ForCommitment(Agency, Commitment);

    /// <summary>The agency reports an item as delivered (SUG-24).</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Commitment">The item.</param>
    /// <param name="Report">The report.</param>
    public sealed record ReportDelivery(BodyId Agency, CommitmentId Commitment, OfficialText Report) : ForCommitment(Agency, Commitment);

    /// <summary>Notes that the deputy was reminded after the time for evaluating delivery was over (SUG-36).</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Commitment">The item.</param>
    public sealed record UrgeDeliveryEvaluation(BodyId Agency, CommitmentId Commitment) : ForCommitment(Agency, Commitment);

    /// <summary>The deputy evaluates delivery (SUG-30, SUG-35).</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Commitment">The item.</param>
    /// <param name="Grade">The grade.</param>
    /// <param name="Opinion">The specific opinions; needed where dissatisfied.</param>
    public sealed record EvaluateDelivery(
        BodyId Agency, CommitmentId Commitment, SatisfactionGrade Grade, OfficialText? Opinion = null) : ForCommitment(Agency, Commitment);

    /// <summary>The deputy puts right a mis-click on delivery (SUG-38).</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Commitment">The item.</param>
    /// <param name="Grade">The right grade.</param>
    /// <param name="Opinion">The specific opinions; needed where dissatisfied.</param>
    public sealed record CorrectDeliveryEvaluation(
        BodyId Agency, CommitmentId Commitment, SatisfactionGrade Grade, OfficialText? Opinion = null) : ForCommitment(Agency, Commitment);

    /// <summary>The desk's handling opinion on an item that lapsed or was delivered badly (SUG-35).</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Commitment">The item.</param>
    /// <param name="Opinion">The opinion.</param>
    /// <param name="Decision">The decision that carries it.</param>
    public sealed record GiveDeliveryMeetingOpinion(
        BodyId Agency, CommitmentId Commitment, OfficialText Opinion, Decision Decision) : ForCommitment(Agency, Commitment), IDecided;
}
