using NodaTime;
using Qijiang.Core.Congresses;
using Qijiang.Core.Suggestions;
using Qijiang.Testing;
using static Qijiang.Core.Suggestions.SuggestionCommand;
using static Qijiang.Core.Tests.Suggestions.Sample;
using Event = Qijiang.Core.Suggestions.SuggestionEvent;
using Story = Qijiang.Testing.Scenario<Qijiang.Core.Suggestions.SuggestionCommand, Qijiang.Core.Suggestions.Suggestion, Qijiang.Core.Suggestions.SuggestionEvent>;

namespace Qijiang.Core.Tests.Law.Witnesses;

/// <summary>Evaluation of reply and delivery, re-handling and the desk's meeting (SUG-26, SUG-30 to SUG-38).</summary>
internal static class EvaluationWitnesses
{
    private static readonly LocalDate _delivered = new(2026, 10, 20), _lateDay = new(2026, 7, 31);

    public static IEnumerable<Witness> All =>
    [
        new("chongqing", "suggestion.jointEvaluator", "a co-signer: suggestion.not-the-evaluator; the lead: evaluated", OfAJointOne) { Or = ["Every"], Only = true },
        new("chongqing", "suggestion.delegationEvaluator", "the head: suggestion.not-the-evaluator; the convenor: evaluated", OfADelegations) { Or = ["Head"], Only = true },
        new("chongqing", "suggestion.evaluations", "the reply: evaluated; delivery: evaluated", Twice) { Only = true },

        // Replied on Wednesday, 1 July 2026: 2 working days that week, 5 in each of three, 3 in the last.
        new("chongqing", "suggestion.evaluateWithin", "2026-07-29", EvaluatedBy),

        // Reported on Tuesday, 20 October 2026: 3 working days that week, 5 in each of three, 2 in the last.
        new("chongqing", "suggestion.evaluateDeliveryWithin", "2026-11-17", w => w.Due(Promise(w).When(Report).Accepted().OfType<Event.DeliveryReported>().Single().EvaluateWithin)),

        // Evaluated on Friday, 10 July 2026; the third working day is Wednesday.
        new("chongqing", "suggestion.correctWithin", "2026-07-15", w => w.Due(Answered(w).When(Evaluation(new(2026, 7, 10), SatisfactionGrade.Satisfied)).Accepted().OfType<Event.Evaluated>().Single().Correctable)),
        new("chongqing", "suggestion.opinionWhenDissatisfied", "suggestion.opinion-missing", w => World.Told(Answered(w).When(Evaluation(Evaluated, SatisfactionGrade.Dissatisfied)), _ => "evaluated")),
        new("chongqing", "suggestion.rehandlingDecidedBy", "by the desk: demanded; by the Chairs' Meeting: suggestion.not-the-desks-decision", Demanded) { Or = ["ChairsMeeting"] },

        // Demand received on 31 August 2026: 31 October is a Saturday (9.3).
        new("chongqing", "suggestion.rehandleWithin", "2026-11-02", RehandledBy),
        new("chongqing", "suggestion.maxRehandleRounds", "a meeting after round 1", DissatisfiedAgainAndAgain),
        new("chongqing", "suggestion.deliveryDissatisfiedGoesTo", "BeforeMeeting", DissatisfiedWithDelivery) { Or = ["Rehandling"], Only = true },
        new("chongqing", "suggestion.lateEvaluationPolicy", "the reply: not counted; delivery: not counted", LateAndReminded) { Or = ["Count"] },
    ];

    public static string EvaluatedBy(World w) => w.Due(InHand(w).When(Reply(Replied)).Accepted().OfType<Event.ReplyGiven>().Single().EvaluateWithin);

    public static string RehandledBy(World w) => w.Due(Rehandling(w).When(Acknowledgement(new(2026, 8, 31))).Accepted().OfType<Event.DemandReceived>().Single().Owed);

    private static Story InHand(World w) => w.Suggestion.GivenDone(Submission(), Receipt, Assignment, Division(Lead));

    private static Story Answered(World w) => InHand(w).GivenDone(Reply(Replied));

    private static Story Promise(World w) => InHand(w).GivenDone(Reply(Replied, ClassB, ByOctober));

    private static ReportDelivery Report => new(City, Promised, new("二十盏全部更换。")) { By = A.AgencyClerk("city-management"), OccurredOn = _delivered };

    private static EvaluateDelivery OfDelivery(LocalDate on, SatisfactionGrade grade) =>
        new(City, Promised, grade, grade is SatisfactionGrade.Dissatisfied ? new("仍不亮。") : null) { By = A.Deputy("chen"), OccurredOn = on };

    private static Story Dissatisfied(World w) => Answered(w).GivenDone(Evaluation(Evaluated, SatisfactionGrade.Dissatisfied, "还有八盏不亮。"));

    private static Story Rehandling(World w) => Dissatisfied(w).GivenDone(Demand(new(2026, 8, 28)));

    private static string Evaluating(Story answered, string person) =>
        World.Told(answered.When(Evaluation(Evaluated, SatisfactionGrade.Satisfied) with { By = A.Deputy(person) }), _ => "evaluated");

    private static string OfAJointOne(World w)
    {
        var joint = w.Suggestion.GivenDone(
            Submission(Li), new ConfirmCoSignature { By = A.Deputy("li"), OccurredOn = Submitted }, Receipt, Assignment, Division(Lead), Reply(Replied));
        return $"a co-signer: {Evaluating(joint, "li")}; the lead: {Evaluating(joint, "chen")}";
    }

    private static string OfADelegations(World w)
    {
        var made = Submission() with { Delegation = new(new("delegation-1"), Li), Made = SubmissionTime.InSession };
        var answered = w.Suggestion.GivenDone(made, Receipt, Assignment, Division(Lead), Reply(Replied));
        return $"the head: {Evaluating(answered, "chen")}; the convenor: {Evaluating(answered, "li")}";
    }

    private static string Twice(World w)
    {
        var first = Evaluation(Evaluated, SatisfactionGrade.Satisfied);
        var second = Promise(w).GivenDone(first, Report).When(OfDelivery(new(2026, 10, 26), SatisfactionGrade.Satisfied));
        return $"the reply: {World.Told(Promise(w).When(first), _ => "evaluated")}; delivery: {World.Told(second, _ => "evaluated")}";
    }

    private static string Demanded(World w)
    {
        var on = new LocalDate(2026, 7, 10);
        string By(Decision decision) => World.Told(Dissatisfied(w).When(Demand(on) with { Decision = decision }), _ => "demanded");
        return $"by the desk: {By(A.DeskDecision(on))}; by the Chairs' Meeting: {By(A.DeskDecision(on) with { Kind = BodyKind.ChairsMeeting })}";
    }

    private static string DissatisfiedAgainAndAgain(World w)
    {
        var (story, round) = (Dissatisfied(w), 0);
        for (; StageOf(story) is Stage.BeforeDesk && round < 5; round++)
        {
            var on = new LocalDate(2026, 7, 10).PlusMonths(round);
            story = story.GivenDone(Demand(on), Acknowledgement(on), Reply(on.PlusDays(5)), Evaluation(on.PlusDays(10), SatisfactionGrade.Dissatisfied, "还有五盏不亮。"));
        }
        return StageOf(story) is Stage.BeforeMeeting ? $"a meeting after round {round}" : "no meeting";
    }

    private static Stage StageOf(Story story) => ((Suggestion.InHand)story.State).Handlings.Single().Stage;

    private static string DissatisfiedWithDelivery(World w)
    {
        var graded = Promise(w).GivenDone(Report, OfDelivery(new(2026, 10, 26), SatisfactionGrade.Dissatisfied));
        return ((Suggestion.InHand)graded.State).Handlings.Single().Commitments.Single().Delivery.GetType().Name;
    }

    // The time for the reply is over on 29 July, that for delivery on 17 November.
    private static string LateAndReminded(World w)
    {
        var reply = Answered(w).GivenDone(new UrgeEvaluation(City) { By = Actor.Qijiang, OccurredOn = new(2026, 7, 30) }, Evaluation(_lateDay, SatisfactionGrade.Satisfied));
        var delivery = Promise(w).GivenDone(
            Report, new UrgeDeliveryEvaluation(City, Promised) { By = Actor.Qijiang, OccurredOn = new(2026, 11, 18) }, OfDelivery(new(2026, 11, 19), SatisfactionGrade.Satisfied));
        return $"the reply: {Counted(StageOf(reply).Graded)}; delivery: {Counted(((Suggestion.InHand)delivery.State).Handlings.Single().Commitments.Single().Delivery.Graded)}";
    }

    private static string Counted(Grading? grading) => grading switch
    {
        null => "not evaluated",
        { Counted: true } => "counted",
        _ => "not counted",
    };
}
