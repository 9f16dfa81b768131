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

/// <summary>The law of a joint suggestion in the hands of a lead and a co-handler up to their answers, proved over every state that the decider can reach.</summary>
public sealed class HandlingLaw(ITestOutputHelper output) : ProvedLaw<HandlingLaw>(output), ILaw
{
    // 10 working days from 8 May end on 21 May, 3 months on 10 August, which is a Monday.
    private static readonly LocalDate _returnedInTime = new(2026, 5, 21), _returnedLate = new(2026, 5, 22), _decided = new(2026, 5, 25), _met = new(2026, 5, 28);
    private static readonly LocalDate _opinion = new(2026, 6, 18), _demanded = new(2026, 6, 22), _again = new(2026, 6, 24), _replied = new(2026, 7, 1);
    private static readonly LocalDate _lastDay = new(2026, 8, 10), _over = new(2026, 8, 11);
    private static readonly PersonId _zhao = new("zhao");
    private static readonly Decision _elsewhere = A.CoordinatingDecision(_decided) with { Body = new("another-office") };

    private static readonly Suggestion _start = NotSubmitted.GivenDone(
        Submission(Li), new ConfirmCoSignature { By = A.Deputy("li"), OccurredOn = Sample.Submitted }, Receipt, Assignment,
        new TakeIn(new(new("s-2"), [_zhao])) { By = Actor.Qijiang, OccurredOn = Assigned }, Division(Lead, CoHandler)).State;

    private static readonly Proof<SuggestionCommand, Suggestion, SuggestionEvent> _proof = new(SuggestionDecider.Instance, Decide, _start)
    {
        Wishes =
        [
            Wish("not ours", new ReturnMisassigned(City, new("x")) { By = A.AgencyClerk("city-management"), OccurredOn = _returnedInTime }),
            Wish("not ours, a day late", new ReturnMisassigned(City, new("x")) { By = A.AgencyClerk("city-management"), OccurredOn = _returnedLate }),
            Wish("not ours, without reasons", new ReturnMisassigned(City, new("")) { By = A.AgencyClerk("city-management"), OccurredOn = _returnedInTime }),
            Wish("not theirs, says the co-handler", new ReturnMisassigned(City, new("x")) { By = A.AgencyClerk("power"), OccurredOn = _returnedInTime }),
            Wish("it is yours", new DeclineReturn(City, new("x"), A.CoordinatingDecision(_decided)) { By = A.CoordinatingClerk(), OccurredOn = _decided }),
            Wish("to water", new Reassign(City, Water, A.CoordinatingDecision(_decided)) { By = A.CoordinatingClerk(), OccurredOn = _decided }),
            Wish("to water, says another office", new Reassign(City, Water, _elsewhere) { By = A.CoordinatingClerk(), OccurredOn = _decided }),
            Wish("to the co-handler", new Reassign(City, Power, A.CoordinatingDecision(_decided)) { By = A.CoordinatingClerk(), OccurredOn = _decided }),
            Wish("meet before", new RecordContact(City, ContactPhase.Before, ContactManner.Visit, new("x")) { By = A.AgencyClerk("city-management"), OccurredOn = _met }),
            Wish("meet after", new RecordContact(City, ContactPhase.After, ContactManner.Visit, new("x")) { By = A.AgencyClerk("city-management"), OccurredOn = _replied }),
            Wish("longer", new Extend(City, new("x")) { By = A.AgencyClerk("city-management"), OccurredOn = _lastDay }),
            Wish("longer, a day late", new Extend(City, new("x")) { By = A.AgencyClerk("city-management"), OccurredOn = _over }),
            Wish("longer, without reasons", new Extend(City, new("")) { By = A.AgencyClerk("city-management"), OccurredOn = _lastDay }),
            Wish("longer for the co-handler", new Extend(Power, new("x")) { By = A.AgencyClerk("power"), OccurredOn = _opinion }),
            Wish("explain", new ExplainOverdue(City, new("x")) { By = A.AgencyClerk("city-management"), OccurredOn = _over }),
            Wish("opinion", Opinion("power", _opinion)),
            Wish("opinion of the lead", Opinion("city-management", _opinion)),
            Wish("opinion anew", Opinion("power", _again)),
            Wish("demand anew", new DemandCoHandlerOpinionAnew(Power, new("x")) { By = A.AgencyClerk("city-management"), OccurredOn = _demanded }),
            Wish("a third demands anew", new DemandCoHandlerOpinionAnew(Power, new("x")) { By = A.AgencyClerk("roads"), OccurredOn = _demanded }),
            Wish("reply", Reply(_replied)),
            Wish("reply with a promise", Reply(_replied, ClassB, ByOctober)),
            Wish("reply of class B without a promise", Reply(_replied, ClassB)),
            Wish("reply of another region's class", Reply(_replied, new ReplyClass("elsewhere", "A", "已解决或采纳"))),
            Wish("reply signed by a clerk", Reply(_replied) with { By = A.AgencyClerk("city-management"), SignedBy = new("clerk-of-city-management") }),
            Wish("reply of the co-handler", new GiveReply(Power, ClassA, new("x"), new("principal-of-power")) { By = A.Principal("power"), OccurredOn = _replied }),
            Wish("reply of water", new GiveReply(Water, ClassA, new("x"), new("principal-of-water")) { By = A.Principal("water"), OccurredOn = _replied }),
            Wish("chen withdraws", new Withdraw(new("x")) { By = A.Deputy("chen"), OccurredOn = _replied }),
            Wish("li withdraws", new Withdraw(new("x")) { By = A.Deputy("li"), OccurredOn = _replied }),
            Wish("take in another", new TakeIn(new(new("s-3"), [new("sun")])) { By = Actor.Qijiang, OccurredOn = _replied }),
        ],
        IsEnd = _ => true,
        Requirements = spec => spec
            .Never("SUG-13", "who has not returned it within 10 working days keeps it",
                (_, after) => after.Did<SuggestionEvent.ReturnAsked>() && after.Asked!.OccurredOn >= _returnedLate)
            .Never("SUG-13 reasons", "it is returned with written reasons", (_, after) => after.Did<SuggestionEvent.ReturnAsked>(e => e.Reasons.Text is null or ""))
            .Never("SUG-13 own", "no agency acts on another's part: it may not forward it",
                (_, after) => after.Asked is ForHandling { By: { Office: Office.AgencyClerk or Office.AgencyPrincipal, Body: var body }, Agency: var agency } and not DemandCoHandlerOpinionAnew
                    && body != agency && after.Happened.Count > 0)
            .Rule("SUG-13 decide", "it is assigned anew within 10 working days of the return",
                (_, after) => after.Did<SuggestionEvent.ReturnAsked>(),
                (_, after) => ((SuggestionEvent.ReturnAsked)after.Happened[0]).DecideWithin is { Start: var start, Limit: { Count: 10, Unit: LimitUnit.WorkingDays } } && start == _returnedInTime)
            .Rule("SUG-13 runs on", "until that is decided its own period runs on, and if it is declined it has run on",
                (_, after) => after.Did<SuggestionEvent.ReturnAsked>() || after.Did<SuggestionEvent.ReturnDeclined>(),
                (before, after) => Owed(Of(before.State, City)!) == Owed(Of(after.State, City)!))
            .Never("SUG-13 settled", "what was declined is not returned once more",
                (before, after) => Of(before.State, City)?.Stage is Stage.Replying { ReturnDeclined: not null } && after.Did<SuggestionEvent.ReturnAsked>())
            .Never("SUG-13 assigner", "who assigned it decides on the return, and no other office",
                (_, after) => after.Did<SuggestionEvent.HandlingMoved>(e => e.Decision.Body != GovernmentOffice && e.Decision.Body != new BodyId("desk")))
            .Never("SUG-12", "no agency has two parts",
                (_, after) => after.State is Suggestion.InHand { Handlings: var all } && all.Select(h => h.Agency).Distinct().Count() < all.Count)
            .Rule("SUG-14", "the new agency's 3 months run from its own assignment, and the first date stays shown",
                (_, after) => after.Did<SuggestionEvent.HandlingMoved>(),
                (_, after) => Of(after.State, Water) is { FirstAssignedOn: var first, Role: HandlingRole.Lead } h && first == Assigned
                    && Owed(h) is { Start: var start, Limit: { Count: 3, Unit: LimitUnit.Months } } && start == _decided)
            .Rule("SUG-28", "each meeting with the deputy stays on the record",
                (before, _) => before.State is Suggestion.InHand,
                (before, after) => Contacts(before.State, City).All(Contacts(after.State, City).Contains) || Of(after.State, City) is null)
            .Never("SUG-16", "a co-handler gives its opinion to the lead, and does not reply",
                (_, after) => after.Did<SuggestionEvent.ReplyGiven>(e => e.Agency == Power))
            .Never("SUG-16 opinion", "and the lead replies, and does not give itself an opinion",
                (_, after) => after.Did<SuggestionEvent.CoHandlerOpinionGiven>(e => e.Agency == City))
            .Never("SUG-16 demand", "the lead alone finds an opinion empty",
                (_, after) => after.Did<SuggestionEvent.CoHandlerOpinionDemandedAnew>() && after.Asked!.By.Body != City)
            .Rule("SUG-16 redo", "a new opinion is due within 5 working days of the demand",
                (_, after) => after.Did<SuggestionEvent.CoHandlerOpinionDemandedAnew>(),
                (_, after) => Owed(Of(after.State, Power)!) is { Start: var start, Limit: { Count: 5, Unit: LimitUnit.WorkingDays } } && start == _demanded)
            .Rule("SUG-20", "the longer limit is 6 months from assignment",
                (_, after) => after.Did<SuggestionEvent.ExtensionGranted>(e => e.Agency == City),
                (_, after) => Owed(Of(after.State, City)!) is { Start: var start, Limit: { Count: 6, Unit: LimitUnit.Months } } && start == ToAgencies)
            .Never("SUG-20 co-handler", "there is none for a co-handler", (_, after) => after.Did<SuggestionEvent.ExtensionGranted>(e => e.Agency == Power))
            .Never("SUG-20a", "it takes a reason, which the deputy is told",
                (_, after) => after.Did<SuggestionEvent.ExtensionGranted>() && !after.Did<SuggestionEvent.ExtensionAsked>(e => !string.IsNullOrEmpty(e.Reasons.Text)))
            .Never("SUG-20b", "when the period is over it is not made longer: the agency explains in writing",
                (_, after) => after.Did<SuggestionEvent.ExtensionGranted>() && after.Asked!.OccurredOn >= _over)
            .Rule("SUG-20b explained", "and that moves no date",
                (_, after) => after.Did<SuggestionEvent.OverdueExplained>(),
                (before, after) => Owed(Of(before.State, City)!) == Owed(Of(after.State, City)!))
            .Never("SUG-22", "a reply is of a class of the scheme in force", (_, after) => after.Did<SuggestionEvent.ReplyGiven>(e => e.Class.Scheme != "chongqing-abcd"))
            .Rule("SUG-23", "a reply of class B makes a commitment with its day",
                (_, after) => after.Did<SuggestionEvent.ReplyGiven>(e => e.Class == ClassB),
                (_, after) => Of(after.State, City)!.Commitments is [{ PromisedFor: var day, Delivery: Delivery.Promised }] && day == ByOctober.By)
            .Never("SUG-25", "a reply is signed by the agency's principal leader", (_, after) => after.Did<SuggestionEvent.ReplyGiven>() && after.Asked!.By.Office is not Office.AgencyPrincipal)
            .Rule("SUG-26", "every signatory gets it, and every signatory of what was merged (SUG-11)",
                (_, after) => after.Did<SuggestionEvent.ReplyGiven>(),
                (before, after) => ((SuggestionEvent.ReplyGiven)after.Happened[0]).AnswerTo is var to && to.Contains(Chen) && to.Contains(Li) && to.Contains(_zhao)
                    && ((Suggestion.InHand)before.State).Dossier.Merged.SelectMany(m => m.Signatories).All(to.Contains))
            .Rule("SUG-31", "and the deputy evaluates it within 20 working days of receiving it",
                (_, after) => after.Did<SuggestionEvent.ReplyGiven>(),
                (_, after) => ((SuggestionEvent.ReplyGiven)after.Happened[0]).EvaluateWithin is { Start: var start, Limit: { Count: 20, Unit: LimitUnit.WorkingDays } } && start == after.Asked!.OccurredOn)
            .Never("SUG-07", "once it is answered it is not withdrawn, and takes in no other",
                (before, after) => before.State is Suggestion.InHand { IsAnswered: true } && (after.Did<SuggestionEvent.Withdrawn>() || after.Did<SuggestionEvent.OtherTakenIn>()))
            .Rule("SUG-07 once", "where all signatories have withdrawn it, its handling has ended at once",
                (_, after) => after.Did<SuggestionEvent.Withdrawn>(),
                (_, after) => after.State is Suggestion.Withdrawn { Signatories: var who } && who == [Chen, Li])
            .Reachable("water replies", "who got it in the end can reply", at => Of(at.State, Water)?.Stage is Stage.Evaluating)
            .Reachable("withdrawn", "it can be withdrawn when agencies have it", at => at.State is Suggestion.Withdrawn),
        Faults =
        [
            new("returned at any time", "SUG-13", decide => decide.Takes(c => c is ReturnMisassigned x ? x with { OccurredOn = _returnedInTime } : c)),
            new("returned without a word", "SUG-13 reasons", decide => decide.Tells((_, _, e) => e is SuggestionEvent.ReturnAsked r ? [r with { Reasons = new("") }] : [e])),
            new("the co-handler returns the lead's part", "SUG-13 own", decide => decide.Takes(c => c is ReturnMisassigned { By.Body: { Value: "power" } } x ? x with { By = A.AgencyClerk("city-management") } : c)),
            new("decided when there is time", "SUG-13 decide", decide => decide.Tells((_, _, e) => e is SuggestionEvent.ReturnAsked r ? [r with { DecideWithin = r.DecideWithin with { Limit = new(3, LimitUnit.Months) } }] : [e])),
            new("a return stops the clock", "SUG-13 runs on", Evolve: (_, e, after) => e is SuggestionEvent.ReturnDeclined
                ? Put(after, City, h => h with { Stage = ((Stage.Replying)h.Stage) with { Owed = Owed(h)! with { Start = _decided } } }) : after),
            new("returned until it is agreed to", "SUG-13 settled", Evolve: (before, e, after) => e is SuggestionEvent.ReturnDeclined && Of(before, City)!.Stage is Stage.ReturnAsked asked
                ? Put(after, City, h => h with { Stage = ((Stage.Replying)h.Stage) with { ReturnWithin = asked.Meanwhile.ReturnWithin } }) : after),
            new("any office reassigns", "SUG-13 assigner", decide => decide.Sees((c, s) => c is Reassign r && s is Suggestion.InHand h ? h with { FirstAssigned = h.FirstAssigned with { Body = r.Decision.Body } } : s)),
            new("the clock does not start anew", "SUG-14", decide => decide.Tells((_, s, e) => e is SuggestionEvent.HandlingOpened o ? [o with { Owed = Owed(Of(s, City)!)! }] : [e])),
            new("the first date is forgotten", "SUG-14", decide => decide.Tells((_, _, e) => e is SuggestionEvent.HandlingOpened o ? [o with { FirstAssignedOn = o.Decision.On }] : [e])),
            new("the co-handler gets the lead as well", "SUG-12", decide => decide.Tells((_, _, e) => e is SuggestionEvent.HandlingOpened o ? [o with { Agency = Power }] : [e])),
            new("the reply forgets the meetings", "SUG-28", Evolve: (_, e, after) => e is SuggestionEvent.ReplyGiven ? Put(after, City, h => h with { Contacts = [] }) : after),
            new("the co-handler replies", "SUG-16", decide => decide.Grants((c, s) => c is GiveReply x && x.Agency == Power && Of(s, Power)?.Stage is Stage.Replying
                ? new SuggestionEvent.ReplyGiven(Power, x.Class, x.Text, x.SignedBy, [Chen, Li, _zhao], [], new(_replied, new(20, LimitUnit.WorkingDays), new("SUG-31", "x", _replied))) : null)),
            new("the lead gives itself an opinion", "SUG-16 opinion", decide => decide.Grants((c, s) => c is GiveCoHandlerOpinion x && x.Agency == City && Of(s, City)?.Stage is Stage.Replying
                ? new SuggestionEvent.CoHandlerOpinionGiven(City, x.Text, x.SignedBy, [], _opinion) : null)),
            new("anybody demands it anew", "SUG-16 demand", decide => decide.Takes(c => c is DemandCoHandlerOpinionAnew x ? x with { By = A.AgencyClerk("city-management") } : c)),
            new("thirty days once more", "SUG-16 redo", decide => decide.Tells((_, _, e) => e is SuggestionEvent.CoHandlerOpinionDemandedAnew d ? [d with { Owed = d.Owed with { Limit = new(30, LimitUnit.WorkingDays) } }] : [e])),
            new("six months from today", "SUG-20", decide => decide.Tells((c, _, e) => e is SuggestionEvent.ExtensionGranted g ? [g with { Owed = g.Owed with { Start = c.OccurredOn } }] : [e])),
            new("three months more", "SUG-20", decide => decide.Tells((_, _, e) => e is SuggestionEvent.ExtensionGranted g ? [g with { Owed = g.Owed with { Limit = new(3, LimitUnit.Months) } }] : [e])),
            new("longer for co-handlers", "SUG-20 co-handler", decide => (c, s) => c is Extend x && x.Agency == Power && Of(s, Power)?.Stage is Stage.Replying r
                ? new Outcome<SuggestionEvent>.Accepted([new SuggestionEvent.ExtensionAsked(Power, x.Reasons, x.OccurredOn), new SuggestionEvent.ExtensionGranted(Power, r.Owed, null)]) : decide(c, s)),
            new("longer without a word", "SUG-20a", decide => decide.Tells((_, _, e) => e is SuggestionEvent.ExtensionAsked x ? [x with { Reasons = new("") }] : [e])),
            new("longer when it is over", "SUG-20b", decide => decide.Takes(c => c is Extend x ? x with { OccurredOn = _lastDay } : c)),
            new("who explains has time", "SUG-20b explained", Evolve: (_, e, after) => e is SuggestionEvent.OverdueExplained
                ? Put(after, City, h => h with { Stage = ((Stage.Replying)h.Stage) with { Owed = Owed(h)! with { Limit = new(6, LimitUnit.Months) } } }) : after),
            new("any region's letters", "SUG-22", decide => decide.Tells((c, _, e) => e is SuggestionEvent.ReplyGiven r ? [r with { Class = r.Class with { Scheme = "elsewhere" } }] : [e])),
            new("planned, and no day", "SUG-23", decide => decide.Tells((c, _, e) => e is SuggestionEvent.ReplyGiven r ? [r with { Promises = [] }] : [e])),
            new("class B promises nothing", "SUG-23", decide => decide.Grants((c, s) => c is GiveReply { Promises.Count: 0 } x && x.Class == ClassB && Of(s, City)?.Stage is Stage.Replying
                ? new SuggestionEvent.ReplyGiven(City, ClassB, x.Text, x.SignedBy, [Chen, Li, _zhao], [], new(_replied, new(20, LimitUnit.WorkingDays), new("SUG-31", "x", _replied))) : null)),
            new("a clerk signs", "SUG-25", decide => decide.Takes(c => c is GiveReply { By.Office: Office.AgencyClerk } x ? x with { By = A.Principal("city-management"), SignedBy = new("principal-of-city-management") } : c)),
            new("the lead passes it on", "SUG-26", decide => decide.Tells((_, _, e) => e is SuggestionEvent.ReplyGiven r ? [r with { AnswerTo = [Chen] }] : [e])),
            new("the merged hear nothing", "SUG-26", decide => decide.Tells((_, _, e) => e is SuggestionEvent.ReplyGiven r ? [r with { AnswerTo = [Chen, Li] }] : [e])),
            new("twenty days to evaluate", "SUG-31", decide => decide.Tells((_, _, e) => e is SuggestionEvent.ReplyGiven r ? [r with { EvaluateWithin = r.EvaluateWithin with { Limit = new(20, LimitUnit.Days) } }] : [e])),
            new("merged when it is answered", "SUG-07", decide => decide.Grants((c, s) => c is TakeIn x && s is Suggestion.InHand { IsAnswered: true } ? new SuggestionEvent.OtherTakenIn(x.Other) : null)),
            new("the lead withdraws for all", "SUG-07 once", Evolve: (_, e, after) => e is SuggestionEvent.Withdrawn && after is Suggestion.Withdrawn w ? w with { Signatories = [Chen] } : after),
            new("met each time anew", "again", decide => decide.Grants((c, s) => c is RecordContact x && Of(s, City) is not null ? new SuggestionEvent.ContactRecorded(City, x.Phase, x.Manner, x.Note, x.OccurredOn) : null)),
            new("replied twice", "follows", decide => decide.Sees((c, s) => c is GiveReply && Of(s, City)?.Stage is Stage.Evaluating ? _start : s)),
        ],
    };

    public static IProof Proof => _proof;

    public static IEnumerable<string> NeverGranted => [
        "not ours, a day late", "not ours, without reasons", "not theirs, says the co-handler", "to water, says another office", "to the co-handler", "longer, a day late", "longer, without reasons",
        "longer for the co-handler", "opinion of the lead", "a third demands anew", "reply of class B without a promise", "reply of another region's class", "reply signed by a clerk", "reply of the co-handler"];

    private static Wish<SuggestionCommand> Wish(string name, SuggestionCommand command) => new(name, _ => command);

    private static GiveCoHandlerOpinion Opinion(string agency, LocalDate on) => new(new(agency), new("x"), new($"principal-of-{agency}")) { By = A.AgencyClerk(agency), OccurredOn = on };

    private static Handling? Of(Suggestion state, BodyId agency) => (state as Suggestion.InHand)?.Handlings.FirstOrDefault(h => h.Agency == agency);

    private static ValueList<Contact> Contacts(Suggestion state, BodyId agency) => Of(state, agency)?.Contacts ?? [];

    private static StatutoryPeriod? Owed(Handling h) => h.Stage switch
    {
        Stage.Replying s => s.Owed,
        Stage.ReturnAsked s => s.Meanwhile.Owed,
        _ => null,
    };

    private static Suggestion Put(Suggestion state, BodyId agency, Func<Handling, Handling> change) => state is Suggestion.InHand s
        ? s with { Handlings = s.Handlings.Select(h => h.Agency == agency ? change(h) : h).ToValueList() } : state;
}
