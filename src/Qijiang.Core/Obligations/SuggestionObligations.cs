using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Suggestions;
using static Qijiang.Core.Suggestions.Stage;

namespace Qijiang.Core.Obligations;

/// <summary>What is owed in a suggestion as it stands.</summary>
public static class SuggestionObligations
{
    private static readonly Party _desk = new Party.OfKind(BodyKind.Desk);

    /// <summary>
    /// All that is open now, in the order of the handlings. Of an agency that has just been assigned the lead: to meet the deputy, to
    /// reply, when the last day for that has passed to explain, and, should the matter not be its own, to say so. Nothing is marked as done: an act that is recorded changes the
    /// state, and what it settled is no longer among the answers.
    /// </summary>
    /// <param name="state">How the suggestion stands.</param>
    public static ValueList<OpenObligation> Of(Suggestion state) => state switch
    {
        Suggestion.AwaitingAssignment { Owed: { } owed, Dossier: var d } =>
            [OpenObligation.Of(ObligationKind.Assignment, _desk, Deputy(d), new Due.Within(owed), new Matter.OfSuggestion(d.Id))],
        Suggestion.InHand s => s.Handlings.SelectMany(h => Of(h, s)).ToValueList(),
        _ => [],
    };

    private static IEnumerable<OpenObligation> Of(Handling h, Suggestion.InHand s)
    {
        var agency = new Party.OfBody(h.Agency);
        var about = new Matter.OfSuggestion(s.Dossier.Id, h.Agency);
        OpenObligation Owe(ObligationKind kind, Party by, Party to, StatutoryPeriod period) => OpenObligation.Of(kind, by, to, new Due.Within(period), about);

        if (h is { ContactWithin: { } contact, Contacts.Count: 0, Stage: Replying { Round: 0 } })
            yield return Owe(ObligationKind.Contact, agency, Deputy(s.Dossier), contact);
        switch (h.Stage)
        {
            case Replying r when h.Role is HandlingRole.CoHandler:
                yield return Owe(ObligationKind.CoHandlerOpinion, agency, Lead(s), r.Owed);
                if (r.ReturnWithin is { } returned) yield return Owe(ObligationKind.Return, agency, new Party.OfBody(h.AssignedBy.Body), returned);
                break;
            case Replying r:
                yield return Owe(r.Round == 0 ? ObligationKind.Reply : ObligationKind.Rehandling, agency, Deputy(s.Dossier), r.Owed);
                if (r.Explained is null) yield return Owe(ObligationKind.OverdueExplanation, agency, Deputy(s.Dossier), r.Owed);
                if (r.ReturnWithin is { } within) yield return Owe(ObligationKind.Return, agency, new Party.OfBody(h.AssignedBy.Body), within);
                break;
            case ReturnAsked r:
                yield return Owe(ObligationKind.ReturnDecision, new Party.OfBody(h.AssignedBy.Body), agency, r.DecideWithin);
                // Until it is decided the agency's own period runs on (SUG-13).
                yield return Owe(h.Role is HandlingRole.CoHandler ? ObligationKind.CoHandlerOpinion : ObligationKind.Reply, agency, h.Role is HandlingRole.CoHandler ? Lead(s) : Deputy(s.Dossier), r.Meanwhile.Owed);
                break;
            case Evaluating { Owed: { } owed }:
                yield return Owe(ObligationKind.Evaluation, Deputy(s.Dossier), agency, owed);
                break;
        }
        foreach (var item in h.Commitments)
            if (Of(item, agency, s.Dossier, about with { Commitment = item.Id }) is { } open)
                yield return open;
    }

    private static OpenObligation? Of(Commitment item, Party agency, Dossier dossier, Matter about) => item.Delivery switch
    {
        Delivery.Promised => OpenObligation.Of(ObligationKind.Commitment, agency, Deputy(dossier), new Due.By(item.PromisedFor, item.PromisedOn), about),
        Delivery.Reported r => OpenObligation.Of(ObligationKind.DeliveryEvaluation, Deputy(dossier), agency, new Due.Within(r.Owed), about),
        _ => null,
    };

    private static Party Deputy(Dossier dossier) => new Party.OfPerson(dossier.Makers.Evaluator);

    private static Party Lead(Suggestion.InHand s) => new Party.OfBody(s.Handlings.First(h => h.Role is HandlingRole.Lead).Agency);
}
