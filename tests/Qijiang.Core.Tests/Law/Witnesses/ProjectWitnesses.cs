using Qijiang.Core.Congresses;
using Qijiang.Core.LivelihoodProjects;
using static Qijiang.Core.Tests.LivelihoodProjects.SamplePoll;

namespace Qijiang.Core.Tests.Law.Witnesses;

/// <summary>Changing an adopted project (LIV-30).</summary>
internal static class ProjectWitnesses
{
    public static IEnumerable<Witness> All =>
    [
        new("chongqing", "livelihood.changeApprover", "by the committee: changed; by the congress: project.approval-missing", Changed) { Level = CongressLevel.District, Or = ["Congress"] },
        new("chongqing", "livelihood.changeApprover", "by the committee: project.approval-missing; by the congress: changed", Changed) { Level = CongressLevel.Town, Or = ["StandingCommittee"] },
    ];

    public static string Changed(World w)
    {
        var adopted = w.Project.Given(new ProjectEvent.ProjectAdopted(new("qijiang"), new("poll-2027"), Project("housing"), new(For: 2, AllDeputies: 3, Needed: 2, Rank: 1)));
        var smaller = Project("housing") with { InvestmentYuan = 5_000_000 };
        string By(BodyKind kind) => World.Told(adopted.When(new ProjectCommand.Change(smaller, new("资金调整"), Measure with { Kind = kind }) { By = Secretariat, OccurredOn = Day }), _ => "changed");
        return $"by the committee: {By(BodyKind.StandingCommittee)}; by the congress: {By(BodyKind.Congress)}";
    }
}
