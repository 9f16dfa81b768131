using NodaTime;
using Qijiang.Core.CitizenInput;
using Qijiang.Core.Congresses;
using Qijiang.Testing;
using static Qijiang.Core.CitizenInput.OpinionCommand;
using Event = Qijiang.Core.CitizenInput.OpinionEvent;
using Story = Qijiang.Testing.Scenario<Qijiang.Core.CitizenInput.OpinionCommand, Qijiang.Core.CitizenInput.Opinion, Qijiang.Core.CitizenInput.OpinionEvent>;

namespace Qijiang.Core.Tests.Law.Witnesses;

/// <summary>What a citizen sends in (CIT-02, CIT-03, CIT-10, CIT-30, DUTY-04).</summary>
internal static class OpinionWitnesses
{
    private static readonly LocalDate _day = new(2026, 3, 2), _next = new(2026, 3, 3);
    private static readonly PersonId _wang = new("wang");

    private static readonly Receive _typed = new(new("o-1"), _wang, new(_wang, "河堤路的路灯坏了三个月。")) { By = A.Citizen("wang"), OccurredOn = _day, District = new("district-1") };

    public static IEnumerable<Witness> All =>
    [
        // Received on Monday, 2 March 2026: the 17th is a Tuesday.
        new("national", "citizen.noticeWithin", "2026-03-17", w => Noticed(w, _typed)),
        new("national", "citizen.noticeNeedsReachableSender", "no period", w => Noticed(w, _typed with { By = A.IntakeClerk(onBehalfOf: "wang"), Manner = OpinionManner.Spoken })),
        new("national", "citizen.feedsSuggestions", "a suggestion: handed; a request for redress: opinion.not-of-this-kind", ToADeputy) { Or = ["Redress", "Wrongdoing", "Litigation", "OutOfScope"] },
        new("national", "citizen.kindSettledByPerson", "opinion.kind-not-settled", w => Handing(w.Opinion.GivenDone(_typed))) { Only = true },
        new("national", "citizen.wrongdoingSealed", "opinion.stays-sealed", w => Handing(Settled(w, OpinionKind.Wrongdoing))) { Only = true },
        new("national", "deputy.forwardsOnly", "by a deputy: opinion.not-your-office; by the desk: closed", Closing) { Only = true },
    ];

    private static Story Settled(World w, OpinionKind kind) => w.Opinion.GivenDone(_typed, new SettleKind(kind) { By = A.IntakeClerk(), OccurredOn = _next });

    private static string Noticed(World w, Receive receive) => w.Due(w.Opinion.When(receive).Accepted().OfType<Event.Received>().Single().NoticeWithin);

    private static string Handing(Story story) => World.Told(story.When(new HandToDeputy(new("chen"), new("district-1")) { By = A.DeskClerk(), OccurredOn = _next }), _ => "handed");

    private static string ToADeputy(World w) => $"a suggestion: {Handing(Settled(w, OpinionKind.Suggestion))}; a request for redress: {Handing(Settled(w, OpinionKind.Redress))}";

    private static string Closing(World w)
    {
        var told = Settled(w, OpinionKind.Suggestion).GivenDone(new GiveNotice(NoticeKind.Accepted, new("已登记。")) { By = A.DeskClerk(), OccurredOn = _next });
        string By(Actor actor) => World.Told(told.When(new Close(new("已办理。")) { By = actor, OccurredOn = _next }), _ => "closed");
        return $"by a deputy: {By(A.Deputy("chen"))}; by the desk: {By(A.DeskClerk())}";
    }
}
