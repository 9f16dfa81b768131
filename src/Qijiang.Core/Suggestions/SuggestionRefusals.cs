using NodaTime;
using Qijiang.Core.Law;

namespace Qijiang.Core.Suggestions;

/// <summary>The suggestion is not at a point where this can be done.</summary>
public sealed record OutOfTurn() : Refusal("suggestion.out-of-turn");

/// <summary>This office does not do this.</summary>
public sealed record NotYourOffice() : Refusal("suggestion.not-your-office");

/// <summary>A text that has to be there is empty; the field says which.</summary>
public sealed record TextMissing() : Refusal("suggestion.text-missing");

/// <summary>The date in law lies before that of the act it follows.</summary>
/// <param name="NotBefore">The earliest date possible.</param>
public sealed record TooEarly(LocalDate NotBefore) : Refusal("suggestion.too-early");

/// <summary>An act by decision is dated as its document is.</summary>
public sealed record NotTheDecisionsDate() : Refusal("suggestion.not-the-decisions-date");

/// <summary>Only the lead deputy submits (SUG-02).</summary>
public sealed record NotTheLead(RuleRef Rule) : Refusal("suggestion.not-the-lead", Rule);

/// <summary>A co-signer is named twice, or is the lead deputy.</summary>
public sealed record CoSignersRepeat() : Refusal("suggestion.co-signers-repeat");

/// <summary>This deputy was not asked to co-sign (SUG-02).</summary>
public sealed record NotAskedToCoSign(RuleRef Rule) : Refusal("suggestion.not-asked-to-co-sign", Rule);

/// <summary>The desk has received it; who had not confirmed by then is not a signatory (SUG-02).</summary>
public sealed record CoSigningOver(RuleRef Rule) : Refusal("suggestion.co-signing-over", Rule);

/// <summary>A delegation makes suggestions only in session (SUG-01).</summary>
public sealed record DelegationOnlyInSession(RuleRef Rule) : Refusal("suggestion.delegation-only-in-session", Rule);

/// <summary>The text copies a citizen's words; a suggestion is the deputy's own (SUG-04).</summary>
public sealed record CopiedFromSource(RuleRef Rule) : Refusal("suggestion.copied-from-source", Rule);

/// <summary>A suggestion can't be merged into itself (SUG-11).</summary>
public sealed record MergesIntoItself(RuleRef Rule) : Refusal("suggestion.merges-into-itself", Rule);

/// <summary>Only who signed it can withdraw it (SUG-07).</summary>
public sealed record NotASignatory(RuleRef Rule) : Refusal("suggestion.not-a-signatory", Rule);

/// <summary>A reply has been given: too late to withdraw it or to merge another into it.</summary>
public sealed record AnsweredAlready() : Refusal("suggestion.answered-already");

/// <summary>The division among agencies is not lawful: one lead with co-handlers, or several separate handlers, each once (SUG-12).</summary>
public sealed record DivisionUnlawful(RuleRef Rule) : Refusal("suggestion.division-unlawful", Rule);

/// <summary>It was assigned to another office, which passes it on (SUG-10).</summary>
public sealed record NotTheOneAssignedTo(RuleRef Rule) : Refusal("suggestion.not-the-one-assigned-to", Rule);

/// <summary>The decision is another body's to take (SUG-05, SUG-10, SUG-32).</summary>
public sealed record NotTheDesksDecision(RuleRef Rule) : Refusal("suggestion.not-the-desks-decision", Rule);

/// <summary>This agency has no part in the suggestion.</summary>
public sealed record NoSuchHandling() : Refusal("suggestion.no-such-handling");

/// <summary>One agency can't act on another's part.</summary>
public sealed record NotYourHandling() : Refusal("suggestion.not-your-handling");

/// <summary>The time for returning it as misassigned is over (SUG-13).</summary>
public sealed record ReturnTooLate(RuleRef Rule) : Refusal("suggestion.return-too-late", Rule);

/// <summary>Whose matter it is has been settled: a return was declined, or the agency has answered once (SUG-13).</summary>
public sealed record ReturnSettled(RuleRef Rule) : Refusal("suggestion.return-settled", Rule);

/// <summary>Only who assigned it decides on a return (SUG-13).</summary>
public sealed record NotTheAssigner(RuleRef Rule) : Refusal("suggestion.not-the-assigner", Rule);

/// <summary>The agency it should go to already has a part in it (SUG-12).</summary>
public sealed record AlreadyHandling(RuleRef Rule) : Refusal("suggestion.already-handling", Rule);

/// <summary>The longer limit is for a first reply only: not for co-handlers, not for re-handling (SUG-20).</summary>
public sealed record NoExtensionHere(RuleRef Rule) : Refusal("suggestion.no-extension-here", Rule);

/// <summary>The longer limit was declined already (SUG-20a).</summary>
public sealed record ExtensionSettled(RuleRef Rule) : Refusal("suggestion.extension-settled", Rule);

/// <summary>The period is over and can't be made longer; explain to the deputy in writing (SUG-20b).</summary>
public sealed record ExtensionTooLate(RuleRef Rule) : Refusal("suggestion.extension-too-late", Rule);

/// <summary>The longer limit needs the desk's consent (SUG-20a).</summary>
public sealed record ExtensionNeedsConsent(RuleRef Rule) : Refusal("suggestion.extension-needs-consent", Rule);

/// <summary>No period of a suggestion is suspended, unless the congress's own rules let somebody (CAL-13).</summary>
public sealed record NoSuspensionHere(RuleRef Rule) : Refusal("suggestion.no-suspension-here", Rule);

/// <summary>A suspension is decided before the period is over, begins within it and ends no earlier than it begins (CAL-13).</summary>
public sealed record SuspensionMisdated(RuleRef Rule) : Refusal("suggestion.suspension-misdated", Rule);

/// <summary>A co-handler gives its opinion to the lead and does not reply itself (SUG-16).</summary>
public sealed record CoHandlersGiveOpinions(RuleRef Rule) : Refusal("suggestion.co-handlers-give-opinions", Rule);

/// <summary>A lead or separate handler replies; opinions are for co-handlers (SUG-16).</summary>
public sealed record NotACoHandler(RuleRef Rule) : Refusal("suggestion.not-a-co-handler", Rule);

/// <summary>Only the lead agency can demand a new opinion (SUG-16).</summary>
public sealed record NotTheLeadAgency(RuleRef Rule) : Refusal("suggestion.not-the-lead-agency", Rule);

/// <summary>A reply is signed by the agency's principal leader (SUG-25).</summary>
public sealed record NotSignedByPrincipal(RuleRef Rule) : Refusal("suggestion.not-signed-by-principal", Rule);

/// <summary>The class is not one of the scheme in force (SUG-22).</summary>
public sealed record ReplyClassUnknown(RuleRef Rule) : Refusal("suggestion.reply-class-unknown", Rule);

/// <summary>A reply of this class says by when what will be done (SUG-23).</summary>
public sealed record PromiseMissing(RuleRef Rule) : Refusal("suggestion.promise-missing", Rule);

/// <summary>The id of a promise is taken.</summary>
public sealed record CommitmentIdTaken() : Refusal("suggestion.commitment-id-taken");

/// <summary>The time for evaluating is not over yet (SUG-36).</summary>
public sealed record NotOverdueYet(RuleRef Rule) : Refusal("suggestion.not-overdue-yet", Rule);

/// <summary>Only the lead deputy evaluates; of a delegation's suggestion, its convenor (SUG-26).</summary>
public sealed record NotTheEvaluator(RuleRef Rule) : Refusal("suggestion.not-the-evaluator", Rule);

/// <summary>A dissatisfied evaluation states specific opinions (SUG-32).</summary>
public sealed record OpinionMissing(RuleRef Rule) : Refusal("suggestion.opinion-missing", Rule);

/// <summary>It has been evaluated; a mis-click is put right by a correction (SUG-38).</summary>
public sealed record AlreadyEvaluated(RuleRef Rule) : Refusal("suggestion.already-evaluated", Rule);

/// <summary>The time for corrections is over, or the desk has acted on the evaluation (SUG-38).</summary>
public sealed record CorrectionOver(RuleRef Rule) : Refusal("suggestion.correction-over", Rule);

/// <summary>It is not re-handled again, but goes to the meeting that the desk convenes (SUG-34).</summary>
public sealed record GoesToTheMeeting(RuleRef Rule) : Refusal("suggestion.goes-to-the-meeting", Rule);

/// <summary>There is no such committed item.</summary>
public sealed record NoSuchCommitment() : Refusal("suggestion.no-such-commitment");

/// <summary>The promised day has not passed yet (SUG-23).</summary>
public sealed record NotLapsedYet(RuleRef Rule) : Refusal("suggestion.not-lapsed-yet", Rule);
