using CsCheck;
using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Suggestions;
using Qijiang.Testing;
using Xunit.Abstractions;
using static Qijiang.Core.Suggestions.SuggestionCommand;
using static Qijiang.Core.Tests.Suggestions.Sample;

namespace Qijiang.Core.Tests.Suggestions;

/// <summary>The law of a suggestion from its submission until it is in the hands of agencies, proved over every state that the decider can reach.</summary>
public sealed class SubmissionLaw(ITestOutputHelper output) : ProvedLaw<SubmissionLaw>(output), ILaw
{
    private static readonly LocalDate _day = new(2026, 5, 8);
    private static readonly PersonId _zhao = new("zhao");
    private static readonly Actor _desk = A.DeskClerk(), _li = A.Deputy("li"), _chen = A.Deputy("chen");
    private static readonly Decision _byDesk = A.DeskDecision(_day), _byOffice = A.CoordinatingDecision(_day);
    private static readonly Decision _byOtherOffice = _byOffice with { Body = new("another-office") };
    private static readonly TakenIn _other = new(new("s-2"), [_zhao]);

    private static readonly Part _lead = new(City, HandlingRole.Lead), _coHandler = new(Power, HandlingRole.CoHandler);

    private static readonly Proof<SuggestionCommand, Suggestion, SuggestionEvent> _proof = new(SuggestionDecider.Instance, Decide)
    {
        Wishes =
        [
            Wish("jointly", Submission(Li) with { OccurredOn = _day }),
            Wish("alone, in session", Submission() with { OccurredOn = _day, Made = SubmissionTime.InSession }),
            Wish("by a delegation in session", Submission() with { OccurredOn = _day, Made = SubmissionTime.InSession, Delegation = new(new("delegation-1"), _zhao) }),
            Wish("by a delegation between sessions", Submission() with { OccurredOn = _day, Delegation = new(new("delegation-1"), _zhao) }),
            Wish("in another's name", Submission() with { OccurredOn = _day, By = _li }),
            Wish("a citizen's words", Submission() with { OccurredOn = _day, SourceTexts = [new(new("wang"), Submission().Text.Text!)] }),
            Wish("li confirms", new ConfirmCoSignature { By = _li, OccurredOn = _day }),
            Wish("li declines", new DeclineCoSignature { By = _li, OccurredOn = _day }),
            Wish("zhao confirms unasked", new ConfirmCoSignature { By = A.Deputy("zhao"), OccurredOn = _day }),
            Wish("the lead confirms for li", new ConfirmCoSignature { By = _chen with { OnBehalfOf = Li }, OccurredOn = _day }),
            Wish("receive", Receipt with { OccurredOn = _day }),
            Wish("return", new Return(Inadmissibility.PersonalMatter, new("x"), _byDesk) { By = _desk, OccurredOn = _day }),
            Wish("return by the office", new Return(Inadmissibility.PersonalMatter, new("x"), _byOffice) { By = _desk, OccurredOn = _day }),
            Wish("return without a word", new Return(Inadmissibility.PersonalMatter, new(""), _byDesk) { By = _desk, OccurredOn = _day }),
            Wish("take as a reference", new TakeAsReference(Water, Inadmissibility.PersonalMatter, new("x"), _byDesk) { By = _desk, OccurredOn = _day }),
            Wish("merge", new MergeInto(new("s-9"), _byDesk) { By = _desk, OccurredOn = _day }),
            Wish("merge into itself", new MergeInto(Lamps, _byDesk) { By = _desk, OccurredOn = _day }),
            Wish("take in another", new TakeIn(_other) { By = Actor.Qijiang, OccurredOn = _day }),
            Wish("assign", new Assign(GovernmentOffice, _byDesk) { By = _desk, OccurredOn = _day }),
            Wish("assign, dated otherwise", new Assign(GovernmentOffice, _byDesk with { On = _day.PlusDays(-20) }) { By = _desk, OccurredOn = _day }),
            Wish("divide", Dividing(_byOffice, _lead, _coHandler)),
            Wish("divide a broad one", Dividing(_byOffice, _lead with { ComplexBecause = new("涉及多个部门") }, _coHandler)),
            Wish("divide by an office that does not have it", Dividing(_byOtherOffice, _lead, _coHandler)),
            Wish("two leads", Dividing(_byOffice, _lead, new(Water, HandlingRole.Lead))),
            Wish("one agency twice", Dividing(_byOffice, _lead, _coHandler with { Agency = City })),
            Wish("no lead", Dividing(_byOffice, _coHandler)),
            Wish("separately", Dividing(_byOffice, new(City, HandlingRole.Separate), new(Water, HandlingRole.Separate))),
            .. new[] { "chen", "li", "zhao" }.Select(who => Wish($"{who} withdraws", new Withdraw(new("x")) { By = A.Deputy(who), OccurredOn = _day })),
            Wish("the desk withdraws it", new Withdraw(new("x")) { By = _desk, OccurredOn = _day }),
        ],
        IsEnd = state => state is not (Suggestion.NotSubmitted or Suggestion.Submitted or Suggestion.AwaitingAssignment),
        Requirements = spec => spec
            .Never("SUG-01", "a delegation makes a suggestion in session alone",
                (_, after) => after.State is Suggestion.Submitted { Delegation: not null, Made: not SubmissionTime.InSession })
            .Never("SUG-02", "nobody signs who has not confirmed for himself or herself",
                (before, after) => Signatories(before.State) is { } were && Signatories(after.State) is { } are
                    && are.Except(were).Any(who => after.Asked is not ConfirmCoSignature { By: { OnBehalfOf: null } by } || by.Person != who))
            .Never("SUG-02 lead", "the lead deputy submits, nobody in the lead's name",
                (_, after) => after.Did<SuggestionEvent.Submitted>(e => e.Lead != after.Asked!.By.Person))
            .Never("SUG-02 asked", "and only who was asked can co-sign",
                (_, after) => after.Did<SuggestionEvent.CoSignatureConfirmed>(e => e.Deputy != Li))
            .Never("SUG-04", "a copy of a citizen's words is no suggestion",
                (_, after) => after.Asked is Submit { SourceTexts.Count: > 0 } && after.Happened.Count > 0)
            .Never("SUG-05", "what is not admitted is returned or kept as a reference, and the deputy told why",
                (_, after) => after.State is Suggestion.Returned or Suggestion.TakenAsReference
                    && after.Happened.Any(e => e is SuggestionEvent.Returned { Explanation.Text: "" } or SuggestionEvent.TakenAsReference { Explanation.Text: "" }))
            .Never("SUG-05 desk", "the desk or the secretariat decides that, and on assignment; no other body",
                (before, after) => before.State is Suggestion.AwaitingAssignment && after.State is Suggestion.Returned or Suggestion.TakenAsReference or Suggestion.Merged or Suggestion.WithCoordinatingOffice
                    && after.Happened.Count > 0 && after.Asked is IDecided { Decision.Kind: not (BodyKind.Desk or BodyKind.SessionSecretariat) })
            .Never("SUG-07", "a joint one is withdrawn by every signatory's own word",
                (before, after) => after.State is Suggestion.Withdrawn && before.State is not Suggestion.Withdrawn
                    && Signatories(before.State)!.Value.Any(who => who != after.Asked!.By.Person && !AskedToWithdraw(before.State).Contains(who)))
            .Never("SUG-07 who", "nobody else withdraws it",
                (before, after) => after.Did<SuggestionEvent.WithdrawalAsked>(e => Signatories(before.State)?.Contains(e.Deputy) is not true))
            .Rule("SUG-10", "made between sessions it is assigned within 10 working days of receipt, in session no days are counted",
                (_, after) => after.Did<SuggestionEvent.Received>(),
                (before, after) => after.State is Suggestion.AwaitingAssignment { Owed: var owed }
                    && (before.State is Suggestion.Submitted { Made: SubmissionTime.InSession } ? owed is null : Is(owed, _day, 10, LimitUnit.WorkingDays)))
            .Never("SUG-10 date", "an act by decision is dated as its document",
                (_, after) => after.Asked is IDecided { Decision.On: var on } && on != after.Asked.OccurredOn && after.Happened.Count > 0)
            .Never("SUG-10 office", "the office that it was assigned to passes it on, and no other",
                (before, after) => before.State is Suggestion.WithCoordinatingOffice { To: var to } && after.Did<SuggestionEvent.HandlingOpened>(e => e.Decision.Body != to))
            .Rule("SUG-11", "who signed a merged one is known to the one that goes on, to get its reply as well",
                (_, after) => after.Did<SuggestionEvent.OtherTakenIn>(),
                (_, after) => SuggestionDecider.DossierOf(after.State)!.Merged.Contains(_other))
            .Never("SUG-11 itself", "nothing is merged into itself", (_, after) => after.State is Suggestion.Merged { Id: var id, Into: var into } && id == into)
            .Rule("SUG-12", "one lead with co-handlers, or several that answer separately, no agency twice",
                (_, after) => after.Did<SuggestionEvent.HandlingOpened>(),
                (_, after) => after.State is Suggestion.InHand { Handlings: var all } && all.Select(h => h.Agency).Distinct().Count() == all.Count
                    && (all.Count(h => h.Role is HandlingRole.Lead) == 1 ? all.All(h => h.Role is not HandlingRole.Separate) : all.Count > 1 && all.All(h => h.Role is HandlingRole.Separate)))
            .Rule("SUG-13", "an agency has 10 working days from assignment to say that it is not its own",
                (_, after) => after.Did<SuggestionEvent.HandlingOpened>(),
                (_, after) => after.Happened.OfType<SuggestionEvent.HandlingOpened>().All(e => Is(e.ReturnWithin, _day, 10, LimitUnit.WorkingDays)))
            .Rule("SUG-15", "who replies meets the deputy within 20 working days",
                (_, after) => after.Did<SuggestionEvent.HandlingOpened>(),
                (_, after) => after.Happened.OfType<SuggestionEvent.HandlingOpened>().All(e => e.Role is HandlingRole.CoHandler ? e.ContactWithin is null : Is(e.ContactWithin, _day, 20, LimitUnit.WorkingDays)))
            .Rule("SUG-16", "a co-handler gives its opinion within 30 working days",
                (_, after) => after.Did<SuggestionEvent.HandlingOpened>(e => e.Role is HandlingRole.CoHandler),
                (_, after) => after.Happened.OfType<SuggestionEvent.HandlingOpened>().All(e => e.Role is not HandlingRole.CoHandler || Is(e.Owed, _day, 30, LimitUnit.WorkingDays)))
            .Rule("SUG-20", "the reply is due within 3 months of assignment, of a broad or difficult one within 6, not 3 and 6",
                (_, after) => after.Did<SuggestionEvent.HandlingOpened>(e => e.Role is not HandlingRole.CoHandler),
                (_, after) => after.Happened.OfType<SuggestionEvent.HandlingOpened>().All(e => e.Role is HandlingRole.CoHandler || Is(e.Owed, _day, e.ComplexBecause is null ? 3 : 6, LimitUnit.Months)))
            .Reachable("a delegation's", "a delegation's can come into agencies' hands", at => at.State is Suggestion.InHand { Dossier.Makers.Delegation: not null })
            .Reachable("joint", "so can a joint one", at => at.State is Suggestion.InHand { Dossier.Makers.CoSigners.Count: 1 }),
        Faults =
        [
            new("a delegation at any time", "SUG-01", decide => decide.Grants((c, s) => c is Submit { Delegation: not null } x && s is Suggestion.NotSubmitted
                ? new SuggestionEvent.Submitted(x.Id, x.Lead, x.CoSigners, x.Delegation, x.Title, x.Text, x.Sources, x.Made, x.OccurredOn) : null)),
            new("who is asked has signed", "SUG-02", decide => decide.Tells((_, s, e) => e is SuggestionEvent.Received r && s is Suggestion.Submitted t ? [r with { CoSigners = t.CoSigners.Select(x => x.Deputy).ToValueList() }] : [e])),
            new("the lead confirms for others", "SUG-02", decide => decide.Takes(c => c is ConfirmCoSignature { By.OnBehalfOf: not null } x ? x with { By = _li } : c)),
            new("submitted by whomever", "SUG-02 lead", decide => decide.Takes(c => c is Submit x ? x with { By = _chen } : c)),
            new("anybody co-signs", "SUG-02 asked", decide => decide.Grants((c, s) => c is ConfirmCoSignature { By.Person.Value: "zhao" } && s is Suggestion.Submitted ? new SuggestionEvent.CoSignatureConfirmed(_zhao) : null)),
            new("a letter is passed through", "SUG-04", decide => decide.Takes(c => c is Submit x ? x with { SourceTexts = [] } : c)),
            new("returned without a word", "SUG-05", decide => decide.Tells((_, _, e) => e is SuggestionEvent.Returned r ? [r with { Explanation = new("") }] : [e])),
            new("returned by the government's office", "SUG-05 desk", decide => decide.Takes(c => c is Return x ? x with { Decision = _byDesk } : c)),
            new("the lead withdraws alone", "SUG-07", decide => decide.Tells((_, _, e) => e is SuggestionEvent.WithdrawalAsked ? [e, new SuggestionEvent.Withdrawn()] : [e])),
            new("the desk withdraws", "SUG-07 who", decide => decide.Grants((c, s) => c is Withdraw { By.Office: Office.DeskClerk } && s is Suggestion.Submitted ? new SuggestionEvent.WithdrawalAsked(new("desk-clerk"), new("x")) : null)),
            new("ten calendar days", "SUG-10", decide => decide.Tells((_, _, e) => e is SuggestionEvent.Received { AssignWithin: { } owed } r ? [r with { AssignWithin = owed with { Limit = new(10, LimitUnit.Days) } }] : [e])),
            new("days counted in session", "SUG-10", decide => decide.Tells((_, _, e) => e is SuggestionEvent.Received { AssignWithin: null } r ? [r with { AssignWithin = new(_day, new(10, LimitUnit.WorkingDays), new("SUG-10", "x", _day)) }] : [e])),
            new("antedated", "SUG-10 date", decide => decide.Grants((c, s) => c is Assign x && x.Decision.On != x.OccurredOn && s is Suggestion.AwaitingAssignment ? new SuggestionEvent.Assigned(x.To, x.Decision) : null)),
            new("any office passes it on", "SUG-10 office", decide => decide.Sees((c, s) => c is AssignToAgencies x && s is Suggestion.WithCoordinatingOffice w ? w with { To = x.Decision.Body } : s)),
            new("the merged are forgotten", "SUG-11", Evolve: (before, e, after) => e is SuggestionEvent.OtherTakenIn ? before : after),
            new("merged into itself", "SUG-11 itself", decide => decide.Takes(c => c is MergeInto x ? x with { Into = Lamps } : c).Grants((c, s) => c is MergeInto x && s is Suggestion.AwaitingAssignment ? new SuggestionEvent.MergedInto(x.Into, x.Decision) : null)),
            new("two leads", "SUG-12", decide => decide.Tells((_, _, e) => e is SuggestionEvent.HandlingOpened { Role: HandlingRole.Separate } o ? [o with { Role = HandlingRole.Lead }] : [e])),
            new("fifteen days to return it", "SUG-13", decide => decide.Tells((_, _, e) => e is SuggestionEvent.HandlingOpened o ? [o with { ReturnWithin = o.ReturnWithin with { Limit = new(15, LimitUnit.WorkingDays) } }] : [e])),
            new("nobody meets the deputy", "SUG-15", decide => decide.Tells((_, _, e) => e is SuggestionEvent.HandlingOpened o ? [o with { ContactWithin = null }] : [e])),
            new("a co-handler has three months", "SUG-16", decide => decide.Tells((_, _, e) => e is SuggestionEvent.HandlingOpened { Role: HandlingRole.CoHandler } o ? [o with { Owed = o.Owed with { Limit = new(3, LimitUnit.Months) } }] : [e])),
            new("three months and six", "SUG-20", decide => decide.Tells((_, _, e) => e is SuggestionEvent.HandlingOpened { ComplexBecause: not null } o ? [o with { Owed = o.Owed with { Limit = new(9, LimitUnit.Months) } }] : [e])),
            new("the start day is counted", "SUG-20", decide => decide.Tells((_, _, e) => e is SuggestionEvent.HandlingOpened { Role: not HandlingRole.CoHandler } o ? [o with { Owed = o.Owed with { Start = o.Owed.Start.PlusDays(-1) } }] : [e])),
            new("a town's periods", "SUG-20", _ => (c, s) => SuggestionDecider.Decide(c, s, new Scenarios(Chongqing, CongressLevel.Town).SuggestionRules(c.OccurredOn))),
            new("received each time anew", "again", decide => decide.Grants((c, s) => c is TakeIn x && s is Suggestion.AwaitingAssignment ? new SuggestionEvent.OtherTakenIn(x.Other) : null)),
            new("assigned when it has ended", "follows", decide => decide.Grants((c, s) => c is Assign x && s is Suggestion.Returned ? new SuggestionEvent.Assigned(x.To, x.Decision) : null)),
        ],
    };

    public static IProof Proof => _proof;

    public static IEnumerable<string> NeverGranted => [
        "by a delegation between sessions", "in another's name", "a citizen's words", "zhao confirms unasked", "the lead confirms for li", "return by the office", "return without a word",
        "merge into itself", "assign, dated otherwise", "divide by an office that does not have it", "two leads", "one agency twice", "no lead", "zhao withdraws", "the desk withdraws it"];

    private static Wish<SuggestionCommand> Wish(string name, SuggestionCommand command) => new(name, _ => command);

    private static AssignToAgencies Dividing(Decision decision, params Part[] parts) => new(parts.ToValueList(), decision) { By = A.CoordinatingClerk(), OccurredOn = _day };

    private static bool Is(StatutoryPeriod? owed, LocalDate start, int count, LimitUnit unit) => owed is not null && owed.Start == start && owed.Limit == new TimeLimit(count, unit);

    private static ValueList<PersonId>? Signatories(Suggestion state) => state switch
    {
        Suggestion.Submitted s => s.Makers.Signatories,
        Suggestion.Merged or Suggestion.Withdrawn => null,
        _ => SuggestionDecider.DossierOf(state)?.Makers.Signatories,
    };

    private static ValueList<PersonId> AskedToWithdraw(Suggestion state) => state is Suggestion.Submitted s ? s.WantWithdrawn : SuggestionDecider.DossierOf(state)?.WantWithdrawn ?? [];
}
