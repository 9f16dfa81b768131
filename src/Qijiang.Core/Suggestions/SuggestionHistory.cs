using System.Diagnostics;
using Qijiang.Core.Congresses;
using static Qijiang.Core.Suggestions.Suggestion;

namespace Qijiang.Core.Suggestions;

/// <summary>How a suggestion evolves. An event that can't follow is a defect.</summary>
internal static class SuggestionHistory
{
    public static Suggestion Evolve(Suggestion state, SuggestionEvent @event) => (state, @event) switch
    {
        (NotSubmitted, SuggestionEvent.Submitted e) =>
            new Submitted(e.Id, e.Lead, e.AskedToCoSign.Select(x => new CoSigner(x)).ToValueList(), e.Delegation, e.Made, e.Sources, e.On),
        (Submitted s, SuggestionEvent.CoSignatureConfirmed e) => Answered(s, e.Deputy, true),
        (Submitted s, SuggestionEvent.CoSignatureDeclined e) => Answered(s, e.Deputy, false),
        (Submitted s, SuggestionEvent.WithdrawalAsked e) => s with { WantWithdrawn = s.WantWithdrawn.Add(e.Deputy) },
        (Submitted s, SuggestionEvent.Withdrawn) => new Withdrawn(s.Id, s.Makers.Signatories),
        (Submitted s, SuggestionEvent.Received e) => new AwaitingAssignment(Registered(s, e), e.On, e.AssignWithin),

        (AwaitingAssignment s, SuggestionEvent.Returned e) => new Returned(s.Dossier.Id, e.Decision),
        (AwaitingAssignment s, SuggestionEvent.TakenAsReference e) => new TakenAsReference(s.Dossier.Id, e.To, e.Decision),
        (AwaitingAssignment s, SuggestionEvent.MergedInto e) => new Merged(s.Dossier.Id, e.Into, AllSignatories(s.Dossier), e.Decision),
        (AwaitingAssignment s, SuggestionEvent.Assigned e) => new WithCoordinatingOffice(s.Dossier, e.To, e.Decision),
        (AwaitingAssignment s, SuggestionEvent.HandlingOpened e) => new InHand(s.Dossier, e.Decision, [HandlingHistory.Opened(e)]),
        (WithCoordinatingOffice s, SuggestionEvent.HandlingOpened e) => new InHand(s.Dossier, s.Decision, [HandlingHistory.Opened(e)]),
        (InHand s, SuggestionEvent.HandlingOpened e) => s with { Handlings = s.Handlings.Add(HandlingHistory.Opened(e)) },
        (InHand s, SuggestionEvent.HandlingMoved e) => s with { Handlings = s.Handlings.Where(h => h.Agency != e.Agency).ToValueList() },
        (InHand s, SuggestionEvent.OfHandling e) => s with { Handlings = s.Handlings.Select(h => h.Agency == e.Agency ? HandlingHistory.Evolve(h, e) : h).ToValueList() },

        (AwaitingAssignment or WithCoordinatingOffice or InHand, SuggestionEvent.Withdrawn) when SuggestionDecider.DossierOf(state) is { } d => new Withdrawn(d.Id, d.Makers.Signatories),
        (AwaitingAssignment s, _) => s with { Dossier = Noted(s.Dossier, @event) },
        (WithCoordinatingOffice s, _) => s with { Dossier = Noted(s.Dossier, @event) },
        (InHand s, _) => s with { Dossier = Noted(s.Dossier, @event) },
        _ => throw Impossible(@event, state),
    };

    /// <summary>The defect of an event that can't follow.</summary>
    public static UnreachableException Impossible(SuggestionEvent @event, object before) => new($"{@event.GetType().Name} cannot follow {before.GetType().Name}");

    private static Dossier Noted(Dossier dossier, SuggestionEvent @event) => @event switch
    {
        SuggestionEvent.OtherTakenIn e => dossier with { Merged = dossier.Merged.Add(e.Other) },
        SuggestionEvent.WithdrawalAsked e => dossier with { WantWithdrawn = dossier.WantWithdrawn.Add(e.Deputy) },
        _ => throw Impossible(@event, dossier),
    };

    private static Submitted Answered(Submitted s, PersonId deputy, bool confirmed) => s with
    {
        CoSigners = s.CoSigners.Select(x => x.Deputy == deputy ? x with { Confirmed = confirmed } : x).ToValueList(),
        WantWithdrawn = confirmed ? s.WantWithdrawn : s.WantWithdrawn.Where(x => x != deputy).ToValueList(),
    };

    private static Dossier Registered(Submitted s, SuggestionEvent.Received e) =>
        new(s.Id, e.Number, new(s.Lead, e.CoSigners, s.Delegation), s.Made, s.Sources, WantWithdrawn: s.WantWithdrawn);

    // Whoever's suggestion had been merged into this one follows it into the next.
    private static ValueList<PersonId> AllSignatories(Dossier dossier) =>
        dossier.Merged.SelectMany(m => m.Signatories).Prepend(dossier.Makers.Lead).Concat(dossier.Makers.CoSigners).Distinct().ToValueList();
}
