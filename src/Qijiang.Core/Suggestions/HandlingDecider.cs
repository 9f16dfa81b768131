using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;
using static Qijiang.Core.Outcome<Qijiang.Core.Suggestions.SuggestionEvent>;
using static Qijiang.Core.Suggestions.Stage;
using static Qijiang.Core.Suggestions.SuggestionCommand;
using static Qijiang.Core.Suggestions.SuggestionEvent;

namespace Qijiang.Core.Suggestions;

/// <summary>Decides what may be done with one agency's part of a suggestion, up to its answer; what follows is the <see cref="EvaluationDecider"/>'s.</summary>
internal static class HandlingDecider
{
    public static Outcome<SuggestionEvent> Decide(ForHandling command, Suggestion.InHand s, SuggestionRules rules)
    {
        if (s.Handlings.FirstOrDefault(h => h.Agency == command.Agency) is not { } part)
            return command is Reassign r && s.Handlings.Any(h => h.Agency == r.To && h.AssignedBy == r.Decision) ? Accept() : new NoSuchHandling { Field = "agency" };
        if (ActsOnAnothers(command)) return new NotYourHandling { Field = "agency" };
        var outcome = command switch
        {
            ForCommitment c => CommitmentDecider.Decide(c, part, s, rules),
            ForEvaluation c => EvaluationDecider.Decide(c, part.Stage, s, rules),
            _ => DecidePart(command, part, s, rules),
        };
        // A date before its cause is refused only where the act itself would do: else the better answer is why it won't.
        return outcome is Accepted { Events: [_, ..] } && Dates.Earliest(command, part) is var earliest && command.OccurredOn < earliest
            ? new TooEarly(earliest) { Field = command is IDecided ? "decision.on" : "occurredOn" }
            : outcome;
    }

    private static Outcome<SuggestionEvent> DecidePart(ForHandling command, Handling part, Suggestion.InHand s, SuggestionRules rules) => (command, part.Stage) switch
    {
        (ReturnMisassigned, Replying { ReturnWithin: null }) => new ReturnSettled(rules.ReturnWithin.Ref),
        (ReturnMisassigned c, Replying { ReturnWithin: { } within }) when rules.IsOver(within, c.OccurredOn) => new ReturnTooLate(within.Rule),
        (ReturnMisassigned c, Replying) => Accept(new SuggestionEvent.ReturnAsked(c.Agency, c.Reasons, rules.ReassignWithin.StartingOn(c.OccurredOn))),
        (ReturnMisassigned c, Stage.ReturnAsked r) when r.DecideWithin.Start == c.OccurredOn && r.Reasons == c.Reasons => Accept(),
        (DeclineReturn or Reassign, Stage.ReturnAsked) when IsNotTheAssigner((IDecided)command, part, s) => new NotTheAssigner(rules.ReassignWithin.Ref) { Field = "decision.body" },
        (DeclineReturn c, Stage.ReturnAsked) => Accept(new ReturnDeclined(c.Agency, c.Reasons, c.Decision)),
        (DeclineReturn c, Replying { ReturnDeclined: var declined }) when declined == c.Decision => Accept(),
        (Reassign c, Stage.ReturnAsked) when s.Handlings.Any(h => h.Agency == c.To) => new AlreadyHandling(rules.Division.Ref) { Field = "to" },
        (Reassign c, Stage.ReturnAsked r) => Accept(new HandlingMoved(c.Agency, c.To, c.Decision), Assignments.Anew(c, part, r.Meanwhile, rules)),

        (RecordContact c, _) when part.Contacts.Contains(new(c.Phase, c.OccurredOn, c.Manner, c.Note)) => Accept(),
        (RecordContact c, _) => Accept(new ContactRecorded(c.Agency, c.Phase, c.Manner, c.Note, c.OccurredOn)),

        (Extend, Replying { Round: > 0 }) => new NoExtensionHere(rules.ReplyWithinComplex.Ref),
        (Extend, Replying) when part.Role is HandlingRole.CoHandler => new NoExtensionHere(rules.ReplyWithinComplex.Ref),
        (Extend, Replying { Extension.Granted: false }) => new ExtensionSettled(rules.ExtensionApproval.Ref),
        (Extend, Replying { Extension.Granted: true }) => Accept(),
        (Extend c, Replying { Extension: { } pending }) => pending == new Extension(c.OccurredOn, c.Reasons) ? Accept() : new OutOfTurn(),
        (Extend c, Replying r) when rules.IsOver(r.Owed, c.OccurredOn) => new ExtensionTooLate(r.Owed.Rule),
        (Extend c, Replying r) when rules.ExtensionApproval.Value is ExtensionApproval.None =>
            Accept(new ExtensionAsked(c.Agency, c.Reasons, c.OccurredOn), new ExtensionGranted(c.Agency, Longer(r, rules), null)),
        (Extend c, Replying) => Accept(new ExtensionAsked(c.Agency, c.Reasons, c.OccurredOn)),
        (DecideExtension c, Replying { Extension: { Granted: null } }) when c.Decision.Kind is not BodyKind.Desk =>
            new NotTheDesksDecision(rules.ExtensionApproval.Ref) { Field = "decision.kind" },
        (DecideExtension { Granted: true } c, Replying { Extension: { Granted: null } } r) => Accept(new ExtensionGranted(c.Agency, Longer(r, rules), c.Decision)),
        (DecideExtension c, Replying { Extension: { Granted: null } }) => Accept(new ExtensionDeclined(c.Agency, c.Reasons!, c.Decision)),
        (DecideExtension c, Replying { Extension: { } x }) when x.Granted == c.Granted && x.Decision == c.Decision => Accept(),

        (SuspendPeriod c, Replying r) => Suspensions.Decide(c, r, rules),

        (ExplainOverdue c, Replying { Explained: var said }) when said == new Explanation(c.OccurredOn, c.Explanation) => Accept(),
        (ExplainOverdue c, Replying) => Accept(new OverdueExplained(c.Agency, c.Explanation, c.OccurredOn)),

        (GiveCoHandlerOpinion, _) when part.Role is not HandlingRole.CoHandler => new NotACoHandler(rules.CoHandlerOpinionWithin.Ref),
        (GiveCoHandlerOpinion c, Replying) when Answers.PromisesObject(c.Promises, c.OccurredOn, s) is { } no => no,
        (GiveCoHandlerOpinion c, Replying) => Accept(new CoHandlerOpinionGiven(c.Agency, c.Text, c.SignedBy, c.Promises, c.OccurredOn)),
        (GiveCoHandlerOpinion c, Evaluating e) when e.Answer == new Answer(c.OccurredOn, c.SignedBy, null, c.Text) => Accept(),
        (DemandCoHandlerOpinionAnew, _) when IsNotTheLeadAgency(command, s) => new NotTheLeadAgency(rules.CoHandlerRedoWithin.Ref),
        (DemandCoHandlerOpinionAnew c, Evaluating { Of: Subject.CoHandlerOpinion }) =>
            Accept(new CoHandlerOpinionDemandedAnew(c.Agency, c.Reasons, rules.CoHandlerRedoWithin.StartingOn(c.OccurredOn))),
        (DemandCoHandlerOpinionAnew c, Replying r) when r.Owed == rules.CoHandlerRedoWithin.StartingOn(c.OccurredOn) => Accept(),

        (GiveReply, _) when part.Role is HandlingRole.CoHandler => new CoHandlersGiveOpinions(rules.CoHandlerOpinionWithin.Ref),
        (GiveReply c, Replying) when Answers.ReplyObjects(c, s, rules) is { } no => no,
        (GiveReply c, Replying) => Accept(new ReplyGiven(
            c.Agency, c.Class, c.Text, c.SignedBy, Answers.To(s.Dossier, rules), c.Promises, rules.EvaluateWithin.StartingOn(c.OccurredOn))),
        (GiveReply c, Evaluating e) when e.Answer == new Answer(c.OccurredOn, c.SignedBy, c.Class, c.Text) => Accept(),

        _ => new OutOfTurn(),
    };

    // An agency's clerk acts on the own part only; the lead agency's demand is the one act on another's.
    private static bool ActsOnAnothers(ForHandling command) =>
        command is not DemandCoHandlerOpinionAnew && SuggestionOffices.IsAgency(command.By.Office) && command.By.Body != command.Agency;

    private static bool IsNotTheAssigner(IDecided c, Handling part, Suggestion.InHand s) =>
        c.Decision.Body != part.AssignedBy.Body && c.Decision.Body != s.FirstAssigned.Body;

    private static bool IsNotTheLeadAgency(ForHandling command, Suggestion.InHand s) =>
        SuggestionOffices.IsAgency(command.By.Office) && s.Handlings.All(h => h.Role is not HandlingRole.Lead || h.Agency != command.By.Body);

    // The longer limit is that of the day on which the period started: a running period keeps its version, and what it stood still for.
    private static StatutoryPeriod Longer(Replying r, SuggestionRules rules) =>
        rules.At(r.Owed.Start).ReplyWithinComplex.StartingOn(r.Owed.Start) with { Suspensions = r.Owed.Suspensions };
}
