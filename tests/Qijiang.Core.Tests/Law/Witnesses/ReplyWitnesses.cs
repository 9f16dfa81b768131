using Qijiang.Core.Obligations;
using Qijiang.Core.Suggestions;
using Qijiang.Testing;
using static Qijiang.Core.Suggestions.SuggestionCommand;
using static Qijiang.Core.Tests.Suggestions.Sample;
using Event = Qijiang.Core.Suggestions.SuggestionEvent;
using Story = Qijiang.Testing.Scenario<Qijiang.Core.Suggestions.SuggestionCommand, Qijiang.Core.Suggestions.Suggestion, Qijiang.Core.Suggestions.SuggestionEvent>;

namespace Qijiang.Core.Tests.Law.Witnesses;

/// <summary>The longer limit, the co-handler's opinion and the reply (SUG-16, SUG-20a to SUG-26), and the reminder of it (SUG-49).</summary>
internal static class ReplyWitnesses
{
    public static IEnumerable<Witness> All =>
    [
        new("chongqing", "suggestion.extensionApproval", "until 2026-11-09", Extended) { Or = ["Desk"] },
        new("national", "suggestion.extensionApproval", "until 2026-11-09", Extended) { Or = ["Desk"] },
        new("chongqing", "suggestion.lateReplyNeedsExplanation", "owed", Late) { Only = true },

        new("national", "suggestion.suspensionGrantedBy", "suggestion.no-suspension-here", Suspended) { Or = ["Desk"] },

        // Demanded on Wednesday, 3 June: two working days that week, three the next.
        new("chongqing", "suggestion.coHandlerRedoWithin", "2026-06-10", DemandedAnew),
        new("chongqing", "suggestion.replyClasses", "in class A of Chongqing: replied", w => $"in class A of Chongqing: {Replying(w, Reply(Replied))}") { Or = ["city-2008"] },
        new("chongqing", "suggestion.commitmentClass", "A: replied; B: suggestion.promise-missing; C: replied", WithoutAPromise) { Or = ["A", "C"] },
        new("chongqing", "suggestion.replySignedBy", "by the clerk: suggestion.not-signed-by-principal; by the principal: replied", Signed) { Or = ["AgencyClerk"] },
        new("chongqing", "suggestion.jointReplyTo", "chen, li", AnsweredTo) { Or = ["Lead"] },

        // Owed by Monday, 10 August 2026.
        new("chongqing", "suggestion.remindBefore", "2026-08-05", w => w.Reminded(SuggestionObligations.Of(InHand(w).State).Single(o => o.Kind is ObligationKind.Reply), "soon")),
    ];

    private static Story InHand(World w) => w.Suggestion.GivenDone(Submission(), Receipt, Assignment, Division(Lead, CoHandler));

    private static string Replying(World w, GiveReply reply) => World.Told(InHand(w).When(reply), _ => "replied");

    public static string Extended(World w) => World.Told(
        InHand(w).When(new Extend(City, new("涉及多条道路。")) { By = A.AgencyClerk("city-management"), OccurredOn = new(2026, 6, 1) }),
        e => e.OfType<Event.ExtensionGranted>().SingleOrDefault() is { } granted ? $"until {w.Due(granted.Owed)}" : "the desk has to agree");

    private static string Suspended(World w) => World.Told(
        InHand(w).When(new SuspendPeriod(City, new(2026, 6, 10), new(2026, 6, 20), new("等待代表确认地点。"), A.DeskDecision(new(2026, 6, 5))) { By = A.DeskClerk(), OccurredOn = new(2026, 6, 5) }),
        _ => "suspended");

    private static string Late(World w) => SuggestionObligations.Of(InHand(w).State).Any(o => o.Kind is ObligationKind.OverdueExplanation) ? "owed" : "not owed";

    private static string DemandedAnew(World w)
    {
        var given = InHand(w).GivenDone(new GiveCoHandlerOpinion(Power, new("已阅。"), new("principal-of-power")) { By = A.AgencyClerk("power"), OccurredOn = new(2026, 6, 1) });
        var demand = new DemandCoHandlerOpinionAnew(Power, new("没有说明时间。")) { By = A.AgencyClerk("city-management"), OccurredOn = new(2026, 6, 3) };
        return w.Due(given.When(demand).Accepted().OfType<Event.CoHandlerOpinionDemandedAnew>().Single().Owed);
    }

    private static string WithoutAPromise(World w)
    {
        string In(ReplyClass c) => Replying(w, Reply(Replied, c));
        return $"A: {In(ClassA)}; B: {In(ClassB)}; C: {In(new("chongqing-abcd", "C", "留作参考"))}";
    }

    private static string Signed(World w)
    {
        var byClerk = Reply(Replied) with { By = A.AgencyClerk("city-management"), SignedBy = new("clerk-of-city-management") };
        return $"by the clerk: {Replying(w, byClerk)}; by the principal: {Replying(w, Reply(Replied))}";
    }

    private static string AnsweredTo(World w)
    {
        var joint = w.Suggestion.GivenDone(Submission(Li), new ConfirmCoSignature { By = A.Deputy("li"), OccurredOn = Submitted }, Receipt, Assignment, Division(Lead));
        return string.Join(", ", joint.When(Reply(Replied)).Accepted().OfType<Event.ReplyGiven>().Single().AnswerTo.Select(p => p.Value));
    }
}
