using Qijiang.Core.Congresses;
using static Qijiang.Core.Tests.Law.Witnesses.AssignmentWitnesses;
using static Qijiang.Core.Tests.Law.Witnesses.EvaluationWitnesses;

namespace Qijiang.Core.Tests.Law.Witnesses;

/// <summary>The rules of other regions: the stories of Chongqing, with another end. Days are those that the stories of Chongqing explain.</summary>
internal static class RegionWitnesses
{
    public static IEnumerable<Witness> All =>
    [
        Extension("beijing"),
        new("beijing", "suggestion.evaluateWithin", "2026-07-22", EvaluatedBy),
        new("beijing", "suggestion.rehandleWithin", "2026-11-02", RehandledBy),

        new("henan", "suggestion.returnWithin", "2026-05-21", ReturnedBy),
        new("henan", "suggestion.reassignWithin", "2026-06-03", ReassignedBy),
        new("henan", "suggestion.coHandlerOpinionWithin", "2026-07-08", OpinionBy),
        new("henan", "suggestion.evaluateWithin", "2026-07-15", EvaluatedBy),
        new("henan", "suggestion.rehandleWithin", "2026-09-30", RehandledBy),

        // The five calendar days after Friday, 24 April end before the Labour Day holiday; five working days reach beyond it.
        new("shandong", "suggestion.assignWithin", "2026-04-29", AssignedBy),
        new("shandong", "suggestion.returnWithin", "2026-05-13", ReturnedBy),
        new("shandong", "suggestion.coHandlerOpinionWithin", "2026-06-08", OpinionBy),
        Extension("shandong"),
        new("shandong", "suggestion.rehandleWithin", "2026-09-30", RehandledBy),

        new("qingdao", "suggestion.assignWithin", "2026-05-06", AssignedBy),
        new("qingdao", "suggestion.returnWithin", "2026-05-14", ReturnedBy),

        new("shanghai", "suggestion.withdrawalNeeds", "asked", SubmissionWitnesses.WithdrawnByTheLeadAlone) { Or = ["Lead"] },
        new("shanghai", "suggestion.assignWithin", "2026-05-08", AssignedBy),
        new("shanghai", "suggestion.returnWithin", "2026-05-18", ReturnedBy),
        new("shanghai", "suggestion.coHandlerOpinionWithin", "2026-06-08", OpinionBy),
        Extension("shanghai"),
        new("shanghai", "suggestion.rehandleWithin", "2026-09-30", RehandledBy),

        // Assigned on Monday, 11 May: ten calendar days end on a Thursday.
        new("zhejiang", "suggestion.returnWithin", "2026-05-21", w => ReturnedBy(w, new(2026, 5, 11))),
        new("zhejiang", "suggestion.coHandlerOpinionWithin", "2026-07-08", OpinionBy),
        Extension("zhejiang"),
        new("zhejiang", "suggestion.rehandleWithin", "2026-09-30", RehandledBy),

        new("shaanxi", "livelihood.changeApprover", "by the committee: changed; by the congress: project.approval-missing", ProjectWitnesses.Changed) { Level = CongressLevel.District, Or = ["Congress"] },
        new("shaanxi", "livelihood.changeApprover", "by the committee: project.approval-missing; by the congress: changed", ProjectWitnesses.Changed) { Level = CongressLevel.Town, Or = ["StandingCommittee"] },
    ];

    private static Witness Extension(string set) => new(set, "suggestion.extensionApproval", "the desk has to agree", ReplyWitnesses.Extended) { Or = ["None"] };
}
