using Qijiang.Core.Law;
using static Qijiang.Core.Outcome<Qijiang.Core.Suggestions.SuggestionEvent>;
using static Qijiang.Core.Suggestions.Delivery;
using static Qijiang.Core.Suggestions.SuggestionCommand;
using static Qijiang.Core.Suggestions.SuggestionEvent;

namespace Qijiang.Core.Suggestions;

/// <summary>Decides what may be done with a committed item (SUG-23, SUG-24, SUG-30, SUG-35).</summary>
internal static class CommitmentDecider
{
    public static Outcome<SuggestionEvent> Decide(ForCommitment command, Handling part, Suggestion.InHand s, SuggestionRules rules) =>
        part.Commitments.FirstOrDefault(x => x.Id == command.Commitment) is { } item ? DecideItem(command, item, s, rules) : new NoSuchCommitment { Field = "commitment" };

    private static Outcome<SuggestionEvent> DecideItem(ForCommitment command, Commitment item, Suggestion.InHand s, SuggestionRules rules) => (command, item.Delivery) switch
    {
        (LapseCommitment c, Promised) when c.OccurredOn <= item.PromisedFor => new NotLapsedYet(rules.CommitmentClass.Ref) { Field = "occurredOn" },
        (LapseCommitment c, Promised) => Accept(new CommitmentLapsed(c.Agency, c.Commitment, c.OccurredOn)),
        (LapseCommitment, _) => Accept(),       // a timer that comes late finds nothing to do

        (ReportDelivery c, Promised or Lapsed) => Accept(new DeliveryReported(c.Agency, c.Commitment, c.Report, rules.EvaluateDeliveryWithin.StartingOn(c.OccurredOn))),
        (ReportDelivery c, Reported d) when d.Owed.Start == c.OccurredOn && d.Report == c.Report => Accept(),

        (UrgeDeliveryEvaluation c, Reported { Urged: false } d) when !rules.IsOver(d.Owed, c.OccurredOn) => new NotOverdueYet(rules.LateEvaluation.Ref),
        (UrgeDeliveryEvaluation c, Reported { Urged: false }) => Accept(new DeliveryEvaluationUrged(c.Agency, c.Commitment)),
        (UrgeDeliveryEvaluation, Reported or { Graded: not null }) => Accept(),

        (EvaluateDelivery or CorrectDeliveryEvaluation, _) when command.By.Principal != s.Dossier.Makers.Evaluator => new NotTheEvaluator(rules.JointEvaluator.Ref),
        (EvaluateDelivery c, Reported) when EvaluationDecider.LacksOpinion(c.Grade, c.Opinion, rules) => new OpinionMissing(rules.OpinionWhenDissatisfied.Ref) { Field = "opinion" },
        (EvaluateDelivery c, Reported d) => Accept(new DeliveryEvaluated(
            c.Agency, c.Commitment, c.Grade, c.Opinion, Counts(d, c, rules), rules.CorrectWithin.StartingOn(c.OccurredOn), Meeting(c.Grade, rules))),
        (EvaluateDelivery c, { Graded: { } g }) => g.Says(c.Grade, c.Opinion) && g.Correctable.Start == c.OccurredOn ? Accept() : new AlreadyEvaluated(rules.CorrectWithin.Ref),

        (CorrectDeliveryEvaluation c, { Graded: { } g }) when g.Says(c.Grade, c.Opinion) => Accept(),
        (CorrectDeliveryEvaluation c, { Graded: { } g }) when rules.IsOver(g.Correctable, c.OccurredOn) => new CorrectionOver(g.Correctable.Rule),
        (CorrectDeliveryEvaluation c, { Graded: not null }) when EvaluationDecider.LacksOpinion(c.Grade, c.Opinion, rules) => new OpinionMissing(rules.OpinionWhenDissatisfied.Ref) { Field = "opinion" },
        (CorrectDeliveryEvaluation c, { Graded: { } g }) => Accept(new DeliveryEvaluationCorrected(c.Agency, c.Commitment, g.Grade, c.Grade, c.Opinion, Meeting(c.Grade, rules))),
        (CorrectDeliveryEvaluation, ResolvedByDesk) => new CorrectionOver(rules.CorrectWithin.Ref),

        (GiveDeliveryMeetingOpinion c, Lapsed or BeforeMeeting) when c.Decision.Kind != rules.RehandlingDecidedBy.Value =>
            new NotTheDesksDecision(rules.RehandlingDecidedBy.Ref) { Field = "decision.kind" },
        (GiveDeliveryMeetingOpinion c, Lapsed or BeforeMeeting) => Accept(new DeliveryMeetingOpinionGiven(c.Agency, c.Commitment, c.Opinion, c.Decision)),
        (GiveDeliveryMeetingOpinion c, ResolvedByDesk d) when d.Decision == c.Decision => Accept(),

        _ => new OutOfTurn(),
    };

    private static bool Counts(Reported d, EvaluateDelivery c, SuggestionRules rules) =>
        rules.LateEvaluation.Value is LateEvaluationPolicy.Count || !d.Urged || !rules.IsOver(d.Owed, c.OccurredOn);

    // Dissatisfied with delivery: no re-handling, straight to the meeting (SUG-35).
    private static RuleRef? Meeting(SatisfactionGrade grade, SuggestionRules rules) =>
        grade is SatisfactionGrade.Dissatisfied ? rules.DeliveryDissatisfiedGoesTo.Ref : null;
}
