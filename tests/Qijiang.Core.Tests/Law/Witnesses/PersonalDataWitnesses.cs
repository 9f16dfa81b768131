using NodaTime;
using Qijiang.Core.CitizenInput;
using Qijiang.Core.Congresses;
using Qijiang.Core.PersonalData;
using Qijiang.Testing;
using static Qijiang.Core.CitizenInput.OpinionCommand;
using Story = Qijiang.Testing.Scenario<Qijiang.Core.CitizenInput.OpinionCommand, Qijiang.Core.CitizenInput.Opinion, Qijiang.Core.CitizenInput.OpinionEvent>;

namespace Qijiang.Core.Tests.Law.Witnesses;

/// <summary>What is erased when its sender asks, and what is only restricted (ARC-02, ARC-04).</summary>
internal static class PersonalDataWitnesses
{
    private static readonly LocalDate _day = new(2026, 3, 2), _next = new(2026, 3, 3);
    private static readonly PersonId _wang = new("wang");
    private static readonly Receive _typed = new(new("o-1"), _wang, new(_wang, "河堤路的路灯坏了三个月。")) { By = A.Citizen("wang"), OccurredOn = _day };

    public static IEnumerable<Witness> All =>
    [
        new("national", "personalData.erasable", "not handled: erased; handled: restricted", Both) { Or = ["WithTheCase", "Permanent", "ThirtyYears", "TenYears", "SealedBallot"] },
        new("national", "personalData.unhandledOpinion", "erased", w => Asked(w, w.Opinion.GivenDone(_typed))) { Or = ["WithTheCase", "Permanent", "ThirtyYears", "TenYears", "SealedBallot"] },
        new("national", "personalData.handledOpinion", "WithTheCase", w => w.PersonalDataRules(_next).ClassOf(Handled(w).State).ToString()) { Or = ["Permanent", "ThirtyYears", "TenYears", "SealedBallot", "NotFiled"] },
    ];

    private static Story Handled(World w) => w.Opinion.GivenDone(_typed, new GiveNotice(NoticeKind.Accepted, new("已登记。")) { By = A.DeskClerk(), OccurredOn = _next });

    private static string Both(World w) => $"not handled: {Asked(w, w.Opinion.GivenDone(_typed))}; handled: {Asked(w, Handled(w))}";

    private static string Asked(World w, Story opinion)
    {
        var rules = w.PersonalDataRules(_next);
        var ask = new DataSubjectCommand.AskErasure([new(RecordKind.Opinion, new("qj"), "o-1", rules.ClassOf(opinion.State))]) { By = A.Citizen("wang"), OccurredOn = _next, Person = _wang };
        return DataSubjectDecider.Decide(ask, new DataSubject.Kept(), rules) is Outcome<DataSubjectEvent>.Accepted { Events: [DataSubjectEvent.Erased] } ? "erased" : "restricted";
    }
}
