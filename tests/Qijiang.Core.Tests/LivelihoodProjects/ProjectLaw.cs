using CsCheck;
using FluentAssertions;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;
using Qijiang.Core.LivelihoodProjects;
using Xunit;
using Xunit.Abstractions;
using static Qijiang.Core.LivelihoodProjects.ProjectCommand;
using static Qijiang.Core.Tests.LivelihoodProjects.SamplePoll;
using State = Qijiang.Core.LivelihoodProjects.Project;

namespace Qijiang.Core.Tests.LivelihoodProjects;

/// <summary>The law of an adopted project, in a district and in a town, proved over every state that the decider can reach.</summary>
public sealed class ProjectLaw(ITestOutputHelper output)
{
    private static readonly Poll.Tallied _counted = (Poll.Tallied)After(
        [.. UntilClosed, .. ((Outcome<PollEvent>.Accepted)PollDecider.Decide(Tally(Two(2, 1)), After(UntilClosed), Rules)).Events]);

    private static readonly Decision _byCommittee = new(new("committee"), BodyKind.StandingCommittee, "常委会第五次会议", "綦人常〔2027〕8号", new("chair"), Day);
    private static readonly Decision _byGovernment = new(new("government"), BodyKind.CoordinatingOffice, "区政府常务会议", "綦府〔2027〕3号", new("mayor"), Day);

    private static readonly LivelihoodProjectRules _townRules = new(RuleSet.Preset("chongqing"), CongressLevel.Town, Day);
    private static readonly Proof<ProjectCommand, State, ProjectEvent> _inDistrict = Law(CongressLevel.District, BodyKind.StandingCommittee);
    private static readonly Proof<ProjectCommand, State, ProjectEvent> _inTown = Law(CongressLevel.Town, BodyKind.Congress);

    private static Proof<ProjectCommand, State, ProjectEvent> Law(CongressLevel level, BodyKind approver) => new(
        ProjectDecider.Instance, (command, state) => ProjectDecider.Decide(command, state, RulesOf(level)))
    {
        Wishes =
        [
            new("the winner, announced", _ => Adopting("housing", _counted with { AtTheSitting = true })),
            new("the winner, not yet announced", _ => Adopting("housing", _counted)),
            new("the loser", _ => Adopting("water", _counted with { AtTheSitting = true })),
            .. new[] { _byCommittee, Measure, _byGovernment, ByPresidium }.SelectMany(decision => new Wish<ProjectCommand>[]
            {
                new($"made smaller by {decision.Kind}", _ => new Change(Project("housing") with { InvestmentYuan = 5_000_000 }, new("资金调整"), decision) { By = Secretariat, OccurredOn = Day }),
                new($"another project by {decision.Kind}", _ => new Change(Project("water"), new("资金调整"), decision) { By = Secretariat, OccurredOn = Day }),
                new($"changed without reason by {decision.Kind}", _ => new Change(Project("housing") with { InvestmentYuan = 1 }, new(""), decision) { By = Secretariat, OccurredOn = Day }),
                new($"ended by {decision.Kind}", _ => new Terminate(new("地质条件不允许"), decision) { By = Secretariat, OccurredOn = Day }),
                new($"ended without reason by {decision.Kind}", _ => new Terminate(new(""), decision) { By = Secretariat, OccurredOn = Day }),
            }),
        ],
        IsEnd = state => state is State.Terminated,
        Requirements = spec => spec
            .Rule("LIV-17", "a project is adopted by more than half of all deputies, and its votes stay with it",
                (before, after) => before.State is State.NotAdopted && after.State is not State.NotAdopted,
                (_, after) => after.State is State.Adopted { Votes: { For: 2, AllDeputies: 3 }, Contents.Id.Value: "housing" })
            .Never("LIV-21", "nothing is on the list before the result is announced",
                (_, after) => after.Asked is Adopt { Poll.AtTheSitting: false } && after.Did<ProjectEvent.ProjectAdopted>())
            .Rule("LIV-30", $"it is changed or stopped with the approval of the {approver} alone",
                (_, after) => after.Did<ProjectEvent.ProjectChanged>() || after.Did<ProjectEvent.ProjectTerminated>(),
                (_, after) => after.Asked is Change { Decision.Kind: var of } && of == approver || after.Asked is Terminate { Decision.Kind: var on } && on == approver)
            .Rule("LIV-30 reason", "and on a report that says why",
                (_, after) => after.Did<ProjectEvent.ProjectChanged>() || after.Did<ProjectEvent.ProjectTerminated>(),
                (_, after) => after.Happened[0] is ProjectEvent.ProjectChanged { Reason.Text.Length: > 0 } or ProjectEvent.ProjectTerminated { Reason.Text.Length: > 0 })
            .Rule("LIV-30 same", "a change makes no other project of it, nor of the vote",
                (before, _) => before.State is State.Adopted,
                (before, after) => after.State is State.Terminated || before.State is State.Adopted b && after.State is State.Adopted a && (b.Contents.Id, b.Poll, b.Votes) == (a.Contents.Id, a.Poll, a.Votes))
            .Reachable("smaller", "a project can be changed", at => at.State is State.Adopted { Contents.InvestmentYuan: 5_000_000 }),
        Faults =
        [
            new("the loser is adopted", "LIV-17", decide => decide.Grants((c, s) => c is Adopt { Project.Value: "water" } x && s is State.NotAdopted
                ? new ProjectEvent.ProjectAdopted(new("qijiang"), x.Poll.Held.Paper.Poll, Project("water"), new(1, 3, 2, 2)) : null)),
            new("adopted before the announcement", "LIV-21", decide => decide.Takes(c => c is Adopt x ? x with { Poll = x.Poll with { AtTheSitting = true } } : c)),
            new("the government changes it", "LIV-30", decide => decide.Takes(c => c is Change { Decision.Kind: BodyKind.CoordinatingOffice } x ? x with { Decision = x.Decision with { Kind = approver } } : c)),
            new("the Presidium stops it", "LIV-30", decide => decide.Takes(c => c is Terminate { Decision.Kind: BodyKind.Presidium } x ? x with { Decision = x.Decision with { Kind = approver } } : c)),
            new("the other level's approver", "LIV-30", _ => (c, s) => ProjectDecider.Decide(c, s, RulesOf(level is CongressLevel.Town ? CongressLevel.District : CongressLevel.Town))),
            new("no word why", "LIV-30 reason", decide => decide.Tells((_, _, e) => e is ProjectEvent.ProjectTerminated t ? [t with { Reason = new("") }] : [e])),
            new("replaced by another", "LIV-30 same", decide => decide.Grants((c, s) => c is Change { Contents.Id.Value: "water" } x && x.Decision.Kind == approver && s is State.Adopted
                ? new ProjectEvent.ProjectChanged(x.Contents, x.Reason, x.Decision) : null)),
            new("stopped twice", "follows", decide => decide.Grants((c, s) => c is Terminate x && x.Decision.Kind == approver && s is State.Terminated ? new ProjectEvent.ProjectTerminated(x.Reason, x.Decision) : null)),
            new("changed each time anew", "again", decide => decide.Grants((c, s) => c is Change { Contents.InvestmentYuan: 5_000_000 } x && x.Decision.Kind == approver && s is State.Adopted
                ? new ProjectEvent.ProjectChanged(x.Contents, x.Reason, x.Decision) : null)),
        ],
    };

    public static TheoryData<string, string> Faults => _inDistrict.Table();

    [Fact]
    public void Holds_in_every_reachable_state_of_a_district() => _inDistrict.Holds(output.WriteLine).NeverGranted.Should().Contain(["the winner, not yet announced", "the loser", "made smaller by Congress", "ended by Presidium"])
        .And.NotContain(["made smaller by StandingCommittee", "ended by StandingCommittee"]);

    [Fact]
    public void Holds_in_every_reachable_state_of_a_town() => _inTown.Holds(output.WriteLine).NeverGranted.Should().Contain(["made smaller by StandingCommittee", "ended by Presidium"])
        .And.NotContain(["made smaller by Congress", "ended by Congress"]);

    [Theory]
    [MemberData(nameof(Faults))]
    public void Catches_every_planted_fault_by_the_requirement_meant(string fault, string rule)
    {
        _inDistrict.CaughtBy(fault, output.WriteLine).Should().Be(rule);
        _inTown.CaughtBy(fault, output.WriteLine).Should().Be(rule);
    }

    [Fact]
    public void Every_requirement_can_be_broken() => _inDistrict.NeverBroken().Should().BeEmpty();

    private static LivelihoodProjectRules RulesOf(CongressLevel level) => level is CongressLevel.Town ? _townRules : Rules;

    private static Adopt Adopting(string project, Poll.Tallied poll) => new(new(project), poll) { By = Secretariat, OccurredOn = Day };
}
