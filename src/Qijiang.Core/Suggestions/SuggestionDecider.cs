using NodaTime;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;
using static Qijiang.Core.Outcome<Qijiang.Core.Suggestions.SuggestionEvent>;
using static Qijiang.Core.Suggestions.Suggestion;
using static Qijiang.Core.Suggestions.SuggestionCommand;

namespace Qijiang.Core.Suggestions;

/// <summary>Decides what may be done with a suggestion. One arm a permitted move, the refusal last.</summary>
public static class SuggestionDecider
{
    /// <summary>The initial state and how it evolves.</summary>
    public static Decider<Suggestion, SuggestionEvent> Instance { get; } = new(new NotSubmitted(), SuggestionHistory.Evolve);

    /// <summary>
    /// Decides: the events that are to be stored, or a refusal with its code and rule. Asking the same again yields no events, so that an
    /// answer that was lost can be asked for again. Nothing is changed; the next state is <c>Instance.Evolve</c> of this one and each event.
    /// </summary>
    /// <param name="command">What is to be done.</param>
    /// <param name="state">How things stand.</param>
    /// <param name="rules">The rules on the day of the act.</param>
    public static Outcome<SuggestionEvent> Decide(SuggestionCommand command, Suggestion state, SuggestionRules rules) => (command, state) switch
    {
        _ when !SuggestionOffices.May(command) => new NotYourOffice(),
        (IDecided c, _) when c.Decision.On != command.OccurredOn => new NotTheDecisionsDate { Field = "occurredOn" },
        _ when SuggestionTexts.Missing(command) is { } field => new TextMissing { Field = field },
        (ForHandling c, InHand s) => HandlingDecider.Decide(c, s, rules),

        (Submit c, NotSubmitted) => Submitting(c, rules),
        (Submit c, _) when c.Id == IdOf(state) && c.By.Principal == c.Lead => Accept(),

        (ConfirmCoSignature or DeclineCoSignature, Submitted s) when s.CoSigners.All(x => x.Deputy != command.By.Principal) =>
            new NotAskedToCoSign(rules.CoSignersConfirm.Ref),
        (ConfirmCoSignature or DeclineCoSignature, Submitted s) when s.CoSigners.Contains(new(command.By.Principal, command is ConfirmCoSignature)) => Accept(),
        (ConfirmCoSignature, Submitted) => Accept(new SuggestionEvent.CoSignatureConfirmed(command.By.Principal)),
        (DeclineCoSignature, Submitted) => Accept(new SuggestionEvent.CoSignatureDeclined(command.By.Principal)),
        (ConfirmCoSignature or DeclineCoSignature, not NotSubmitted) => new CoSigningOver(rules.CoSignersConfirm.Ref),

        (Receive c, Submitted s) when c.OccurredOn < s.On => Early(s.On),
        (Receive c, Submitted s) => Accept(new SuggestionEvent.Received(
            c.Number, s.Makers.CoSigners, s.Made is SubmissionTime.BetweenSessions ? rules.AssignWithin.StartingOn(c.OccurredOn) : null, c.OccurredOn)),
        (Receive c, AwaitingAssignment s) when s.Dossier.Number == c.Number => Accept(),

        (Return or TakeAsReference or MergeInto or Assign, AwaitingAssignment s) when DeskObjects((IDecided)command, s, rules) is { } no => no,
        (Return c, AwaitingAssignment) => Accept(new SuggestionEvent.Returned(c.Ground, c.Explanation, c.Decision)),
        (Return c, Returned s) when s.Decision == c.Decision => Accept(),
        (TakeAsReference c, AwaitingAssignment) => Accept(new SuggestionEvent.TakenAsReference(c.To, c.Ground, c.Explanation, c.Decision)),
        (TakeAsReference c, TakenAsReference s) when s.Decision == c.Decision => Accept(),
        (MergeInto c, AwaitingAssignment s) when c.Into == s.Dossier.Id => new MergesIntoItself(rules.MergeTellsDeputies.Ref) { Field = "into" },
        (MergeInto c, AwaitingAssignment) => Accept(new SuggestionEvent.MergedInto(c.Into, c.Decision)),
        (MergeInto c, Merged s) when (s.Into, s.Decision) == (c.Into, c.Decision) => Accept(),
        (Assign c, AwaitingAssignment) => Accept(new SuggestionEvent.Assigned(c.To, c.Decision)),
        (Assign c, WithCoordinatingOffice s) when (s.To, s.Decision) == (c.To, c.Decision) => Accept(),

        (AssignToAgencies c, AwaitingAssignment s) when DeskObjects(c, s, rules) is { } no => no,
        (AssignToAgencies c, AwaitingAssignment) => Assignments.Open(c, c.Decision.On, rules),
        (AssignToAgencies c, WithCoordinatingOffice s) when c.Decision.Body != s.To => new NotTheOneAssignedTo(rules.AssignWithin.Ref) { Field = "decision.body" },
        (AssignToAgencies c, WithCoordinatingOffice s) when c.Decision.On < s.Decision.On => Early(s.Decision.On, "decision.on"),
        (AssignToAgencies c, WithCoordinatingOffice s) => Assignments.Open(c, s.Decision.On, rules),
        (AssignToAgencies c, InHand s) when c.Parts.All(p => s.Handlings.Any(h => h.Agency == p.Agency && h.AssignedBy == c.Decision)) => Accept(),

        (TakeIn c, _) when DossierOf(state)?.Merged.Contains(c.Other) is true => Accept(),
        (TakeIn or Withdraw, InHand { IsAnswered: true }) => new AnsweredAlready(),
        (TakeIn c, AwaitingAssignment or WithCoordinatingOffice or InHand) => Accept(new SuggestionEvent.OtherTakenIn(c.Other)),

        (Withdraw c, Submitted s) => Withdrawing(c, s.Makers, s.WantWithdrawn, rules),
        (Withdraw c, AwaitingAssignment or WithCoordinatingOffice or InHand) when DossierOf(state) is { } d => Withdrawing(c, d.Makers, d.WantWithdrawn, rules),
        (Withdraw c, Withdrawn s) when s.Signatories.Contains(c.By.Principal) => Accept(),

        _ => new OutOfTurn(),
    };

    /// <summary>The suggestion's id; null before it is submitted.</summary>
    /// <param name="state">How things stand.</param>
    public static SuggestionId? IdOf(Suggestion state) => state switch
    {
        Submitted s => s.Id,
        Returned s => s.Id,
        TakenAsReference s => s.Id,
        Merged s => s.Id,
        Withdrawn s => s.Id,
        _ => DossierOf(state)?.Id,
    };

    /// <summary>What was registered; null where it is not registered, or has ended.</summary>
    /// <param name="state">How things stand.</param>
    public static Dossier? DossierOf(Suggestion state) => state switch
    {
        AwaitingAssignment s => s.Dossier,
        WithCoordinatingOffice s => s.Dossier,
        InHand s => s.Dossier,
        _ => null,
    };

    /// <summary>Refuses a date before that of the act it follows.</summary>
    internal static TooEarly Early(LocalDate notBefore, string field = "occurredOn") => new(notBefore) { Field = field };

    private static Outcome<SuggestionEvent> Submitting(Submit c, SuggestionRules rules) => c switch
    {
        _ when c.By.Principal != c.Lead => new NotTheLead(rules.CoSignersConfirm.Ref) { Field = "lead" },
        _ when c.CoSigners.Append(c.Lead).Distinct().Count() <= c.CoSigners.Count => new CoSignersRepeat { Field = "coSigners" },
        { Delegation: not null, Made: SubmissionTime.BetweenSessions } when rules.DelegationOnlyInSession.Value =>
            new DelegationOnlyInSession(rules.DelegationOnlyInSession.Ref) { Field = "made" },
        _ when c.SourceTexts.Any(x => OwnWords.Copies(c.Text.Text!, x.Text ?? "", rules.CopyFrom.Value)) => new CopiedFromSource(rules.CopyFrom.Ref) { Field = "text" },
        _ => Accept(new SuggestionEvent.Submitted(c.Id, c.Lead, c.CoSigners, c.Delegation, c.Title, c.Text, c.Sources, c.Made, c.OccurredOn)),
    };

    private static Refusal? DeskObjects(IDecided c, AwaitingAssignment s, SuggestionRules rules) => c.Decision switch
    {
        { Kind: not (BodyKind.Desk or BodyKind.SessionSecretariat) } => new NotTheDesksDecision(rules.AssignWithin.Ref) { Field = "decision.kind" },
        { On: var on } when on < s.On => Early(s.On, "decision.on"),
        _ => null,
    };

    private static Outcome<SuggestionEvent> Withdrawing(Withdraw c, Makers makers, ValueList<PersonId> asked, SuggestionRules rules)
    {
        var who = c.By.Principal;
        if (!makers.Include(who)) return new NotASignatory(rules.WithdrawalNeeds.Ref);
        if (asked.Contains(who)) return Accept();
        var enough = rules.WithdrawalNeeds.Value is WithdrawalNeeds.Lead ? who == makers.Lead : makers.Signatories.All(x => x == who || asked.Contains(x));
        var asks = new SuggestionEvent.WithdrawalAsked(who, c.Letter);
        return enough ? Accept(asks, new SuggestionEvent.Withdrawn()) : Accept(asks);
    }
}
