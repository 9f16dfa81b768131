using CsCheck;
using FluentAssertions;
using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Suggestions;
using Qijiang.Testing;
using Xunit;
using Xunit.Abstractions;
using static Qijiang.Core.Suggestions.SuggestionCommand;
using static Qijiang.Core.Tests.Suggestions.Sample;

namespace Qijiang.Core.Tests.Suggestions;

/// <summary>The law of what follows an answer, evaluation, re-handling, the desk's meeting and the delivery of a promise, proved over every state that the decider can reach.</summary>
public sealed class EvaluationLaw(ITestOutputHelper output)
{
    // 20 working days from 1 July end on 29 July, 3 from 6 July on 9 July.
    private static readonly LocalDate _evaluated = new(2026, 7, 6), _lastCorrection = new(2026, 7, 9), _tooLateToCorrect = new(2026, 7, 10), _notOver = new(2026, 7, 29), _over = new(2026, 7, 30);
    private static readonly LocalDate _demanded = new(2026, 8, 3), _received = new(2026, 8, 5), _repliedAgain = new(2026, 8, 20), _evaluatedAgain = new(2026, 8, 25), _met = new(2026, 9, 1);
    private static readonly LocalDate _promisedFor = ByOctober.By, _lapsed = new(2026, 11, 1), _delivered = new(2026, 11, 2), _deliveryEvaluated = new(2026, 11, 5), _deliveryOver = new(2026, 12, 1);
    private static readonly SatisfactionGrade[] _grades = [SatisfactionGrade.Satisfied, SatisfactionGrade.Dissatisfied];
    private static readonly OfficialText _why = new("还有八盏不亮。");

    private static readonly Actor _chen = A.Deputy("chen"), _desk = A.DeskClerk(), _agency = A.AgencyClerk("city-management");

    private static readonly Proof<SuggestionCommand, Suggestion, SuggestionEvent> _ofReplies = Law(InHand.GivenDone(
        new GiveCoHandlerOpinion(Power, new("x"), new("principal-of-power")) { By = A.AgencyClerk("power"), OccurredOn = new(2026, 6, 18) }, Reply(Replied)).State,
    [
        .. _grades.SelectMany(grade => new[]
        {
            Wish($"{grade}", Evaluation(_evaluated, grade, _why.Text)),
            Wish($"{grade}, late", Evaluation(_over, grade, _why.Text)),
            Wish($"{grade} again", Evaluation(_evaluatedAgain, grade, _why.Text)),
            Wish($"rather {grade}", new CorrectEvaluation(City, grade, _why) { By = _chen, OccurredOn = _lastCorrection }),
            Wish($"rather {grade}, late", new CorrectEvaluation(City, grade, _why) { By = _chen, OccurredOn = _tooLateToCorrect }),
            Wish($"{grade} with the co-handler", new Evaluate(Power, grade, _why) { By = _chen, OccurredOn = _evaluated }),
        }),
        Wish("Dissatisfied without a word", Evaluation(_evaluated, SatisfactionGrade.Dissatisfied)),
        Wish("rather Dissatisfied without a word", new CorrectEvaluation(City, SatisfactionGrade.Dissatisfied) { By = _chen, OccurredOn = _lastCorrection }),
        Wish("li evaluates", Evaluation(_evaluated, SatisfactionGrade.Satisfied) with { By = A.Deputy("li") }),
        Wish("the agency evaluates for the deputy", Evaluation(_evaluated, SatisfactionGrade.Satisfied) with { By = A.AgencyClerk("city-management", "chen") }),
        Wish("the desk enters a receipt on paper", Evaluation(_evaluated, SatisfactionGrade.Satisfied) with { By = A.DeskClerk("chen") }),
        Wish("urge early", new UrgeEvaluation(City) { By = Actor.Qijiang, OccurredOn = _notOver }),
        Wish("urge", new UrgeEvaluation(City) { By = Actor.Qijiang, OccurredOn = _over }),
        Wish("demand", Demand(_demanded)),
        Wish("leave it at that", Demand(_demanded, false)),
        Wish("leave it at that in the end", Demand(_met, false)),
        Wish("demand by the office", Demand(_demanded) with { Decision = A.CoordinatingDecision(_demanded) }),
        Wish("the demand is there", Acknowledgement(_received)),
        Wish("reply again", Reply(_repliedAgain)),
        Wish("meet", new GiveMeetingOpinion(City, new("x"), A.DeskDecision(_met)) { By = _desk, OccurredOn = _met }),
        Wish("meet by the office", new GiveMeetingOpinion(City, new("x"), A.CoordinatingDecision(_met)) { By = _desk, OccurredOn = _met }),
    ]);

    private static readonly Proof<SuggestionCommand, Suggestion, SuggestionEvent> _ofDelivery = Law(WithPromise.GivenDone(Evaluation(_evaluated, SatisfactionGrade.Satisfied)).State,
    [
        Wish("not there on the day", new LapseCommitment(City, Promised) { By = Actor.Qijiang, OccurredOn = _promisedFor }),
        Wish("not there", new LapseCommitment(City, Promised) { By = Actor.Qijiang, OccurredOn = _lapsed }),
        Wish("delivered", new ReportDelivery(City, Promised, new("x")) { By = _agency, OccurredOn = _delivered }),
        .. _grades.SelectMany(grade => new[]
        {
            Wish($"{grade}", new EvaluateDelivery(City, Promised, grade, _why) { By = _chen, OccurredOn = _deliveryEvaluated }),
            Wish($"{grade}, late", new EvaluateDelivery(City, Promised, grade, _why) { By = _chen, OccurredOn = _deliveryOver }),
            Wish($"rather {grade}", new CorrectDeliveryEvaluation(City, Promised, grade, _why) { By = _chen, OccurredOn = _deliveryEvaluated }),
            Wish($"rather {grade}, late", new CorrectDeliveryEvaluation(City, Promised, grade, _why) { By = _chen, OccurredOn = new(2027, 1, 4) }),
        }),
        Wish("Dissatisfied without a word", new EvaluateDelivery(City, Promised, SatisfactionGrade.Dissatisfied) { By = _chen, OccurredOn = _deliveryEvaluated }),
        Wish("li evaluates", new EvaluateDelivery(City, Promised, SatisfactionGrade.Satisfied) { By = A.Deputy("li"), OccurredOn = _deliveryEvaluated }),
        Wish("the agency evaluates for the deputy", new EvaluateDelivery(City, Promised, SatisfactionGrade.Satisfied) { By = A.AgencyClerk("city-management", "chen"), OccurredOn = _deliveryEvaluated }),
        Wish("urge", new UrgeDeliveryEvaluation(City, Promised) { By = Actor.Qijiang, OccurredOn = _deliveryOver }),
        Wish("meet", new GiveDeliveryMeetingOpinion(City, Promised, new("x"), A.DeskDecision(new(2026, 12, 15))) { By = _desk, OccurredOn = new(2026, 12, 15) }),
        Wish("demand", Demand(_demanded)),
    ]);

    private static Proof<SuggestionCommand, Suggestion, SuggestionEvent> Law(Suggestion start, IReadOnlyList<Wish<SuggestionCommand>> wishes) => new(SuggestionDecider.Instance, Decide, start)
    {
        Wishes = wishes,
        IsEnd = state => Part(state).IsSettled,
        Requirements = spec => start is Suggestion.InHand { Handlings: var all } && all.Any(h => h.Commitments.Count > 0) ? OfBoth(OfDelivery(spec)) : OfBoth(OfReplies(spec)),
        Faults = start is Suggestion.InHand { Handlings: var them } && them.Any(h => h.Commitments.Count > 0) ? DeliveryFaults : ReplyFaults,
    };

    private static Spec<Reached<SuggestionCommand, Suggestion, SuggestionEvent>> OfBoth(Spec<Reached<SuggestionCommand, Suggestion, SuggestionEvent>> spec) => spec
        .Never("SUG-26", "the lead deputy evaluates, and nobody else", (_, after) => Evaluates(after) && after.Asked!.By.Principal != Chen)
        .Never("SUG-37", "no agency enters what a deputy evaluates", (_, after) => Evaluates(after) && after.Asked!.By.Office is Office.AgencyClerk or Office.AgencyPrincipal)
        .Never("SUG-32", "who is dissatisfied says with what",
            (_, after) => after.Happened.Any(e => e is SuggestionEvent.Evaluated { Grade: SatisfactionGrade.Dissatisfied, Opinion: null } or SuggestionEvent.EvaluationCorrected { Grade: SatisfactionGrade.Dissatisfied, Opinion: null }
                or SuggestionEvent.DeliveryEvaluated { Grade: SatisfactionGrade.Dissatisfied, Opinion: null } or SuggestionEvent.DeliveryEvaluationCorrected { Grade: SatisfactionGrade.Dissatisfied, Opinion: null }))
        .Never("SUG-38", "a mis-click is put right within 3 working days, and no later",
            (before, after) => (after.Did<SuggestionEvent.EvaluationCorrected>() && after.Asked!.OccurredOn >= _tooLateToCorrect && Of(before).Stage.Graded?.Correctable.Start == _evaluated)
                || (after.Did<SuggestionEvent.DeliveryEvaluationCorrected>() && after.Asked!.OccurredOn.Year == 2027))
        .Never("SUG-38 first", "the first value is not overwritten: the correction names it",
            (before, after) => after.Did<SuggestionEvent.EvaluationCorrected>(e => e.Was != Of(before).Stage.Graded!.Grade)
                || after.Did<SuggestionEvent.DeliveryEvaluationCorrected>(e => e.Was != Of(before).Commitments[0].Delivery.Graded!.Grade));

    private static Spec<Reached<SuggestionCommand, Suggestion, SuggestionEvent>> OfReplies(Spec<Reached<SuggestionCommand, Suggestion, SuggestionEvent>> spec) => spec
        .Never("SUG-30", "an answer is evaluated once", (before, after) => after.Did<SuggestionEvent.Evaluated>(e => Of(before, e.Agency).Stage is not Stage.Evaluating))
        .Never("SUG-34", "there is no third round", (before, after) => Of(before).Stage is Stage.BeforeMeeting or Stage.BeforeDesk { Round: > 0 } && Of(after).Stage is Stage.DemandSent or Stage.Replying)
        .Rule("SUG-34 meeting", "still dissatisfied after re-handling, the desk convenes both",
            (before, after) => Of(before).Stage is Stage.Evaluating { Round: 1 } && after.Did<SuggestionEvent.Evaluated>(e => e.Grade is SatisfactionGrade.Dissatisfied && e.Agency == City),
            (_, after) => Of(after).Stage is Stage.BeforeMeeting)
        .Never("SUG-32 demand", "re-handling is never automatic: the desk demands it, as circumstances warrant",
            (before, after) => Of(before).Stage is not Stage.DemandSent && Of(after).Stage is Stage.DemandSent && after.Asked is not DecideRehandling { Demand: true, Decision.Kind: BodyKind.Desk })
        .Never("SUG-32 closes", "dissatisfied with a reply, it does not close but by the desk's decision",
            (before, after) => after.Did<SuggestionEvent.Evaluated>(e => e is { Agency.Value: "city-management", Grade: SatisfactionGrade.Dissatisfied }) && Of(after).Stage.IsFinal)
        .Rule("SUG-33", "the re-handled reply is due within 2 months of receiving the demand",
            (_, after) => after.Did<SuggestionEvent.DemandReceived>(),
            (_, after) => Of(after).Stage is Stage.Replying { Owed: { Start: var start, Limit: { Count: 2, Unit: LimitUnit.Months } } } && start == _received)
        .Never("SUG-34 opinion", "the desk's handling opinion ends it, no other body's", (_, after) => after.Did<SuggestionEvent.MeetingOpinionGiven>(e => e.Decision.Kind is not BodyKind.Desk))
        .Rule("SUG-36", "an evaluation that is late in spite of a reminder is kept and not counted, any other is counted",
            (_, after) => after.Did<SuggestionEvent.Evaluated>(e => e.Agency == City),
            (before, after) => after.Happened.OfType<SuggestionEvent.Evaluated>().Single().Counted == !(Of(before).Stage is Stage.Evaluating { Urged: true, Round: 0 } && after.Asked!.OccurredOn > _notOver))
        .Never("SUG-36 silence", "silence is never satisfaction: a reminder changes nothing else", (_, after) => after.Asked is UrgeEvaluation && Of(after).Stage.Graded is not null && after.Happened.Count > 0)
        .Never("SUG-36 early", "nobody is reminded as overdue within 20 working days", (_, after) => after.Did<SuggestionEvent.EvaluationUrged>() && after.Asked!.OccurredOn <= _notOver)
        .Never("SUG-38 acted", "what the desk has acted on is not corrected",
            (before, after) => after.Did<SuggestionEvent.EvaluationCorrected>() && Of(before).Stage is Stage.DemandSent or Stage.Replying or Stage.LeftAtThat or Stage.ResolvedByDesk && after.Happened.Count > 0)
        .Rule("SUG-39", "a co-handler's opinion is evaluated on its own: it closes, and the lead's reply stays where it is",
            (_, after) => after.Did<SuggestionEvent.Evaluated>(e => e.Agency == Power),
            (before, after) => Of(after, Power).Stage is Stage.Closed && Of(after) == Of(before))
        .Reachable("resolved", "the desk can end it", at => Of(at).Stage is Stage.ResolvedByDesk)
        .Reachable("uncounted", "an evaluation can be too late to count", at => Of(at).Stage.Graded is { Counted: false });

    private static Spec<Reached<SuggestionCommand, Suggestion, SuggestionEvent>> OfDelivery(Spec<Reached<SuggestionCommand, Suggestion, SuggestionEvent>> spec) => spec
        .Never("SUG-23", "a promise lapses when its day has passed, not on the day", (_, after) => after.Did<SuggestionEvent.CommitmentLapsed>() && after.Asked!.OccurredOn <= _promisedFor)
        .Rule("SUG-31", "delivery is evaluated within 20 working days of its report",
            (_, after) => after.Did<SuggestionEvent.DeliveryReported>(),
            (_, after) => after.Happened.OfType<SuggestionEvent.DeliveryReported>().Single().EvaluateWithin is { Start: var start, Limit: { Count: 20, Unit: LimitUnit.WorkingDays } } && start == _delivered)
        .Never("SUG-30", "delivery is evaluated when it is reported, once", (before, after) => after.Did<SuggestionEvent.DeliveryEvaluated>() && Of(before).Commitments[0].Delivery is not Delivery.Reported)
        .Rule("SUG-35", "dissatisfied with delivery, it goes straight to the meeting",
            (_, after) => after.Did<SuggestionEvent.DeliveryEvaluated>(e => e.Grade is SatisfactionGrade.Dissatisfied),
            (_, after) => Of(after).Commitments[0].Delivery is Delivery.BeforeMeeting)
        .Never("SUG-35 handled", "and nothing is handled again", (before, after) => Of(before).Stage != Of(after).Stage && Of(after).Stage is Stage.DemandSent or Stage.Replying)
        .Rule("SUG-36", "an evaluation that is late in spite of a reminder is not counted, any other is",
            (_, after) => after.Did<SuggestionEvent.DeliveryEvaluated>(),
            (before, after) => after.Happened.OfType<SuggestionEvent.DeliveryEvaluated>().Single().Counted == !(Of(before).Commitments[0].Delivery is Delivery.Reported { Urged: true } && after.Asked!.OccurredOn >= _deliveryOver))
        .Never("SUG-36 silence", "silence is never satisfaction", (_, after) => after.Asked is UrgeDeliveryEvaluation && after.Happened.Count > 0 && Of(after).Commitments[0].Delivery.IsFinal)
        .Rule("SUG-46 kept", "no promise is taken off the ledger", (before, _) => before.State is Suggestion.InHand, (before, after) => Of(before).Commitments.Count == Of(after).Commitments.Count)
        .Never("SUG-46", "a promise is struck off when the deputy is content or the desk has given its opinion, and else it stays",
            (before, after) => !Of(before).IsSettled && Of(after).IsSettled && after.Asked is not (EvaluateDelivery { Grade: SatisfactionGrade.Satisfied } or CorrectDeliveryEvaluation { Grade: SatisfactionGrade.Satisfied } or GiveDeliveryMeetingOpinion))
        .Reachable("kept", "a promise can be kept", at => Of(at).Commitments is [{ Delivery: Delivery.Accepted }])
        .Reachable("kept late", "also one that had lapsed, and was met about", at => Of(at).Commitments is [{ Delivery: Delivery.ResolvedByDesk }]);

    private static IReadOnlyList<Fault<SuggestionCommand, Suggestion, SuggestionEvent>> ReplyFaults =>
    [
        new("a co-signer evaluates", "SUG-26", decide => (c, s) => c is Evaluate { By.Person.Value: "li" } x ? decide(x with { By = _chen }, s) : decide(c, s)),
        new("the agency fills in the receipt", "SUG-37", decide => decide.Takes(c => c is Evaluate { By.Office: Office.AgencyClerk } x ? x with { By = _chen } : c)),
        new("dissatisfied without a word", "SUG-32", decide => decide.Tells((_, _, e) => e is SuggestionEvent.Evaluated x ? [x with { Opinion = null }] : [e])),
        new("corrected without a word", "SUG-32", decide => decide.Tells((_, _, e) => e is SuggestionEvent.EvaluationCorrected x ? [x with { Opinion = null }] : [e])),
        new("corrected at any time", "SUG-38", decide => decide.Takes(c => c is CorrectEvaluation x ? x with { OccurredOn = _lastCorrection } : c)),
        new("the first value is lost", "SUG-38 first", decide => decide.Tells((_, _, e) => e is SuggestionEvent.EvaluationCorrected x ? [x with { Was = x.Grade }] : [e])),
        new("evaluated twice", "SUG-30", decide => decide.Grants((c, s) => c is Evaluate { By.Person.Value: "chen" } x && x.Agency == City && Part(s).Stage is Stage.Closed
            ? new SuggestionEvent.Evaluated(City, Subject.Reply, x.Grade, x.Opinion, true, new(x.OccurredOn, new(3, LimitUnit.WorkingDays), new("SUG-38", "x", x.OccurredOn))) : null)),
        new("dissatisfied, handled again", "SUG-32 demand", decide => decide.Tells((_, _, e) => e is SuggestionEvent.Evaluated { Grade: SatisfactionGrade.Dissatisfied } x && x.Agency == City
            ? [e, new SuggestionEvent.RehandlingDemanded(City, _why, A.DeskDecision(_demanded))] : [e])),
        new("the office demands", "SUG-32 demand", decide => decide.Takes(c => c is DecideRehandling x ? x with { Decision = x.Decision with { Kind = BodyKind.Desk } } : c)),
        new("dissatisfied, it closes", "SUG-32 closes", Evolve: (_, e, after) => e is SuggestionEvent.Evaluated ? Put(after, h => h.Stage is Stage.BeforeDesk x ? h with { Stage = new Stage.Closed(x.Round, Subject.Reply, x.Answer, x.Grading) } : h) : after),
        new("one month", "SUG-33", decide => decide.Tells((_, _, e) => e is SuggestionEvent.DemandReceived x ? [x with { Owed = x.Owed with { Limit = new(1, LimitUnit.Months) } }] : [e])),
        new("two months from the demand's date", "SUG-33", decide => decide.Tells((_, _, e) => e is SuggestionEvent.DemandReceived x ? [x with { Owed = x.Owed with { Start = _demanded } }] : [e])),
        new("a third round", "SUG-34 meeting", decide => decide.Tells((_, _, e) => e is SuggestionEvent.MeetingDue ? [] : [e])),
        new("after the meeting, once more", "SUG-34", Evolve: (_, e, after) => e is SuggestionEvent.MeetingOpinionGiven x ? Put(after, h => h with { Stage = new Stage.DemandSent(1, x.Decision) }) : after),
        new("nobody convenes them", "SUG-34 meeting", decide => decide.Tells((_, s, e) => e is SuggestionEvent.MeetingDue ? [e, new SuggestionEvent.MeetingOpinionGiven(City, _why, A.DeskDecision(_met))] : [e])),
        new("the office gives the opinion", "SUG-34 opinion", decide => decide.Tells((_, _, e) => e is SuggestionEvent.MeetingOpinionGiven x ? [x with { Decision = A.CoordinatingDecision(_met) }] : [e])),
        new("late ones count", "SUG-36", decide => decide.Tells((_, _, e) => e is SuggestionEvent.Evaluated x ? [x with { Counted = true }] : [e])),
        new("late ones never count", "SUG-36", decide => decide.Tells((c, _, e) => e is SuggestionEvent.Evaluated x ? [x with { Counted = c.OccurredOn <= _notOver }] : [e])),
        new("satisfied by silence", "SUG-36 silence", decide => decide.Tells((c, _, e) => e is SuggestionEvent.EvaluationUrged ? [e, new SuggestionEvent.Evaluated(City, Subject.Reply, SatisfactionGrade.Satisfied, null, true, new(c.OccurredOn, new(3, LimitUnit.WorkingDays), new("SUG-38", "x", c.OccurredOn)))] : [e])),
        new("urged too early", "SUG-36 early", decide => decide.Takes(c => c is UrgeEvaluation x ? x with { OccurredOn = _over } : c)),
        new("corrected when it is left at that", "SUG-38 acted", decide => decide.Grants((c, s) => c is CorrectEvaluation x && x.OccurredOn == _lastCorrection && Part(s).Stage is Stage.LeftAtThat l
            ? new SuggestionEvent.EvaluationCorrected(City, l.Grading.Grade, x.Grade, _why) : null)),
        new("a co-handler's opinion goes to the desk", "SUG-39", Evolve: (_, e, after) => e is SuggestionEvent.Evaluated { Agency.Value: "power" } ? Put(after, h => h with { Stage = new Stage.LeftAtThat(new(_evaluated, Chen, null, _why), Of(after, Power).Stage.Graded!, A.DeskDecision(_evaluated)) }) : after),
        new("urged each time anew", "again", decide => decide.Grants((c, s) => c is UrgeEvaluation x && x.OccurredOn == _over && Part(s).Stage is Stage.Evaluating ? new SuggestionEvent.EvaluationUrged(City) : null)),
        new("a meeting about nothing", "follows", decide => decide.Grants((c, s) => c is GiveMeetingOpinion { Decision.Kind: BodyKind.Desk } x && Part(s).Stage is Stage.Closed ? new SuggestionEvent.MeetingOpinionGiven(City, x.Opinion, x.Decision) : null)),
    ];

    private static IReadOnlyList<Fault<SuggestionCommand, Suggestion, SuggestionEvent>> DeliveryFaults =>
    [
        new("a co-signer evaluates", "SUG-26", decide => (c, s) => c is EvaluateDelivery { By.Person.Value: "li" } x ? decide(x with { By = _chen }, s) : decide(c, s)),
        new("the agency fills in the receipt", "SUG-37", decide => decide.Takes(c => c is EvaluateDelivery { By.Office: Office.AgencyClerk } x ? x with { By = _chen } : c)),
        new("dissatisfied without a word", "SUG-32", decide => decide.Tells((_, _, e) => e is SuggestionEvent.DeliveryEvaluated x ? [x with { Opinion = null }] : [e])),
        new("corrected at any time", "SUG-38", decide => decide.Takes(c => c is CorrectDeliveryEvaluation x ? x with { OccurredOn = _deliveryEvaluated } : c)),
        new("the first value is lost", "SUG-38 first", decide => decide.Tells((_, _, e) => e is SuggestionEvent.DeliveryEvaluationCorrected x ? [x with { Was = x.Grade }] : [e])),
        new("lapsed on its day", "SUG-23", decide => decide.Takes(c => c is LapseCommitment x ? x with { OccurredOn = _lapsed } : c)),
        new("fifteen working days", "SUG-31", decide => decide.Tells((_, _, e) => e is SuggestionEvent.DeliveryReported x ? [x with { EvaluateWithin = x.EvaluateWithin with { Limit = new(15, LimitUnit.WorkingDays) } }] : [e])),
        new("evaluated without a report", "SUG-30", decide => decide.Sees((c, s) => c is EvaluateDelivery && s is Suggestion.InHand && Part(s).Commitments[0].Delivery is Delivery.Promised
            ? Put(s, h => h with { Commitments = [h.Commitments[0] with { Delivery = new Delivery.Reported(new(_delivered, new(20, LimitUnit.WorkingDays), new("SUG-31", "x", _delivered)), _why) }] }) : s)),
        new("dissatisfied, struck off", "SUG-35", decide => decide.Tells((_, _, e) => e is SuggestionEvent.DeliveryEvaluated x ? [x with { MeetingBecause = null }] : [e])),
        new("bad delivery is handled again", "SUG-35 handled", Evolve: (_, e, after) => e is SuggestionEvent.DeliveryMeetingOpinionGiven x ? Put(after, h => h with { Stage = new Stage.DemandSent(0, x.Decision) }) : after),
        new("late ones count", "SUG-36", decide => decide.Tells((_, _, e) => e is SuggestionEvent.DeliveryEvaluated x ? [x with { Counted = true }] : [e])),
        new("satisfied by silence", "SUG-36 silence", decide => decide.Tells((c, _, e) => e is SuggestionEvent.DeliveryEvaluationUrged ? [e, new SuggestionEvent.DeliveryEvaluated(City, Promised, SatisfactionGrade.Satisfied, null, true, new(c.OccurredOn, new(3, LimitUnit.WorkingDays), new("SUG-38", "x", c.OccurredOn)), null)] : [e])),
        new("reported is delivered", "SUG-46", Evolve: (_, e, after) => e is SuggestionEvent.DeliveryReported
            ? Put(after, h => h with { Commitments = [h.Commitments[0] with { Delivery = new Delivery.Accepted(h.Stage.Graded!) }] }) : after),
        new("a lapsed promise is forgotten", "SUG-46 kept", Evolve: (_, e, after) => e is SuggestionEvent.CommitmentLapsed ? Put(after, h => h with { Commitments = [] }) : after),
        new("lapsed each time anew", "follows", decide => decide.Grants((c, s) => c is LapseCommitment x && x.OccurredOn == _lapsed ? new SuggestionEvent.CommitmentLapsed(City, Promised, _lapsed) : null)),
        new("urged each time anew", "again", decide => decide.Grants((c, s) => c is UrgeDeliveryEvaluation && Part(s).Commitments[0].Delivery is Delivery.Reported ? new SuggestionEvent.DeliveryEvaluationUrged(City, Promised) : null)),
    ];

    public static TheoryData<string, string> OfRepliesFaults => _ofReplies.Table();

    public static TheoryData<string, string> OfDeliveryFaults => _ofDelivery.Table();

    [Fact]
    public void Of_replies_it_holds_in_every_reachable_state() => _ofReplies.Holds(output.WriteLine).NeverGranted.Should().BeEquivalentTo(
        "rather Satisfied, late", "rather Dissatisfied, late", "Dissatisfied without a word", "rather Dissatisfied without a word", "li evaluates", "the agency evaluates for the deputy", "urge early", "demand by the office", "meet by the office");

    [Fact]
    public void Of_delivery_it_holds_in_every_reachable_state() => _ofDelivery.Holds(output.WriteLine).NeverGranted.Should().BeEquivalentTo(
        "not there on the day", "rather Satisfied, late", "rather Dissatisfied, late", "Dissatisfied without a word", "li evaluates", "the agency evaluates for the deputy", "demand");

    [Theory]
    [MemberData(nameof(OfRepliesFaults))]
    public void Of_replies_it_catches_every_planted_fault_by_the_requirement_meant(string fault, string rule) => _ofReplies.CaughtBy(fault, output.WriteLine).Should().Be(rule);

    [Theory]
    [MemberData(nameof(OfDeliveryFaults))]
    public void Of_delivery_it_catches_every_planted_fault_by_the_requirement_meant(string fault, string rule) => _ofDelivery.CaughtBy(fault, output.WriteLine).Should().Be(rule);

    [Fact]
    public void Every_requirement_can_be_broken() => _ofReplies.NeverBroken().Concat(_ofDelivery.NeverBroken()).Should().BeEmpty();

    private static Wish<SuggestionCommand> Wish(string name, SuggestionCommand command) => new(name, _ => command);

    private static bool Evaluates(Reached<SuggestionCommand, Suggestion, SuggestionEvent> at) =>
        at.Did<SuggestionEvent.Evaluated>() || at.Did<SuggestionEvent.EvaluationCorrected>() || at.Did<SuggestionEvent.DeliveryEvaluated>() || at.Did<SuggestionEvent.DeliveryEvaluationCorrected>();

    private static Handling Part(Suggestion state, BodyId? agency = null) => ((Suggestion.InHand)state).Handlings.First(h => h.Agency == (agency ?? City));

    private static Handling Of(Reached<SuggestionCommand, Suggestion, SuggestionEvent> at, BodyId? agency = null) => Part(at.State, agency);

    private static Handling Of(Suggestion state, BodyId agency) => Part(state, agency);

    private static Suggestion Put(Suggestion state, Func<Handling, Handling> change) => state is Suggestion.InHand s
        ? s with { Handlings = s.Handlings.Select(h => h.Agency == City ? change(h) : h).ToValueList() } : state;
}
