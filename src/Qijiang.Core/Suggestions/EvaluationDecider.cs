using Qijiang.Core.Law;
using static Qijiang.Core.Outcome<Qijiang.Core.Suggestions.SuggestionEvent>;
using static Qijiang.Core.Suggestions.Stage;
using static Qijiang.Core.Suggestions.SuggestionCommand;
using static Qijiang.Core.Suggestions.SuggestionEvent;

namespace Qijiang.Core.Suggestions;

/// <summary>Decides what follows an answer: evaluation, re-handling, the desk's meeting (SUG-30 to SUG-39).</summary>
internal static class EvaluationDecider
{
    public static Outcome<SuggestionEvent> Decide(ForEvaluation command, Stage stage, Suggestion.InHand s, SuggestionRules rules) => (command, stage) switch
    {
        (UrgeEvaluation c, Evaluating { Owed: { } owed, Urged: false }) when !rules.IsOver(owed, c.OccurredOn) => new NotOverdueYet(rules.LateEvaluation.Ref),
        (UrgeEvaluation c, Evaluating { Owed: not null, Urged: false }) => Accept(new EvaluationUrged(c.Agency)),
        (UrgeEvaluation, Evaluating { Urged: true } or { Graded: not null }) => Accept(),

        (Evaluate or CorrectEvaluation, _) when command.By.Principal != s.Dossier.Makers.Evaluator => new NotTheEvaluator(rules.JointEvaluator.Ref),
        (Evaluate c, Evaluating) when LacksOpinion(c.Grade, c.Opinion, rules) => new OpinionMissing(rules.OpinionWhenDissatisfied.Ref) { Field = "opinion" },
        (Evaluate c, Evaluating e) => Accept([
            new Evaluated(c.Agency, e.Of, c.Grade, c.Opinion, Counts(e, c, rules), rules.CorrectWithin.StartingOn(c.OccurredOn)),
            .. Meeting(c, e.Of, e.Round, c.Grade, rules)]),
        (Evaluate c, { Graded: { } g }) => g.Says(c.Grade, c.Opinion) && g.Correctable.Start == c.OccurredOn ? Accept() : new AlreadyEvaluated(rules.CorrectWithin.Ref),

        (CorrectEvaluation c, { Graded: { } g }) when g.Says(c.Grade, c.Opinion) => Accept(),
        (CorrectEvaluation c, { Graded: { } g }) when stage is LeftAtThat or ResolvedByDesk || rules.IsOver(g.Correctable, c.OccurredOn) => new CorrectionOver(g.Correctable.Rule),
        (CorrectEvaluation c, { Graded: not null }) when LacksOpinion(c.Grade, c.Opinion, rules) => new OpinionMissing(rules.OpinionWhenDissatisfied.Ref) { Field = "opinion" },
        (CorrectEvaluation c, Closed x) => Correct(c, x.Grading, x.Of, x.Round, rules),
        (CorrectEvaluation c, BeforeDesk x) => Correct(c, x.Grading, Subject.Reply, x.Round, rules),
        (CorrectEvaluation c, BeforeMeeting x) => Correct(c, x.Grading, Subject.Reply, x.Round, rules),
        (CorrectEvaluation, DemandSent or Replying { Round: > 0 }) => new CorrectionOver(rules.CorrectWithin.Ref),

        (DecideRehandling c, BeforeDesk) when c.Decision.Kind != rules.RehandlingDecidedBy.Value => new NotTheDesksDecision(rules.RehandlingDecidedBy.Ref) { Field = "decision.kind" },
        (DecideRehandling { Demand: true } c, BeforeDesk) => Accept(new RehandlingDemanded(c.Agency, c.Grounds, c.Decision)),
        (DecideRehandling c, BeforeDesk) => Accept(new RehandlingDeclined(c.Agency, c.Grounds, c.Decision)),
        (DecideRehandling { Demand: true } c, DemandSent d) when d.Decision == c.Decision => Accept(),
        (DecideRehandling { Demand: false } c, LeftAtThat l) when l.Decision == c.Decision => Accept(),
        (DecideRehandling, BeforeMeeting at) => new GoesToTheMeeting(at.Because),

        (AcknowledgeDemand c, DemandSent) => Accept(new DemandReceived(c.Agency, rules.RehandleWithin.StartingOn(c.OccurredOn))),
        (AcknowledgeDemand c, Replying { Round: > 0 } r) when r.Owed.Start == c.OccurredOn => Accept(),

        (GiveMeetingOpinion c, BeforeMeeting) when c.Decision.Kind != rules.RehandlingDecidedBy.Value => new NotTheDesksDecision(rules.RehandlingDecidedBy.Ref) { Field = "decision.kind" },
        (GiveMeetingOpinion c, BeforeMeeting) => Accept(new MeetingOpinionGiven(c.Agency, c.Opinion, c.Decision)),
        (GiveMeetingOpinion c, ResolvedByDesk r) when r.Decision == c.Decision => Accept(),

        _ => new OutOfTurn(),
    };

    /// <summary>Whether the opinion is missing that a dissatisfied evaluation has to state (SUG-32).</summary>
    public static bool LacksOpinion(SatisfactionGrade grade, OfficialText? opinion, SuggestionRules rules) =>
        grade is SatisfactionGrade.Dissatisfied && rules.OpinionWhenDissatisfied.Value && SuggestionTexts.IsEmpty(opinion);

    private static Outcome<SuggestionEvent> Correct(CorrectEvaluation c, Grading was, Subject of, int round, SuggestionRules rules) =>
        Accept([new EvaluationCorrected(c.Agency, was.Grade, c.Grade, c.Opinion), .. Meeting(c, of, round, c.Grade, rules)]);

    // Late, and reminded in vain: kept, and not counted (SUG-36).
    private static bool Counts(Evaluating e, Evaluate c, SuggestionRules rules) =>
        rules.LateEvaluation.Value is LateEvaluationPolicy.Count || !e.Urged || e.Owed is null || !rules.IsOver(e.Owed, c.OccurredOn);

    // Dissatisfied once more after the last round of re-handling: the desk convenes both sides (SUG-34).
    private static IEnumerable<MeetingDue> Meeting(ForEvaluation c, Subject of, int round, SatisfactionGrade grade, SuggestionRules rules) =>
        grade is SatisfactionGrade.Dissatisfied && of is Subject.Reply && round >= rules.MaxRehandleRounds.Value
            ? [new(c.Agency, rules.MaxRehandleRounds.Ref)] : [];
}
