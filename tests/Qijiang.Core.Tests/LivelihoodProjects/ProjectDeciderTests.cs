using FluentAssertions;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;
using Qijiang.Core.LivelihoodProjects;
using Xunit;
using static Qijiang.Core.LivelihoodProjects.ProjectCommand;
using static Qijiang.Core.LivelihoodProjects.ProjectEvent;
using static Qijiang.Core.Tests.LivelihoodProjects.SamplePoll;

namespace Qijiang.Core.Tests.LivelihoodProjects;

public sealed class ProjectDeciderTests
{
    private static readonly Poll.Tallied _counted = (Poll.Tallied)After(
        [.. UntilClosed, .. ((Outcome<PollEvent>.Accepted)PollDecider.Decide(Tally(Two(2, 1)), After(UntilClosed), Rules)).Events]);

    private static readonly Poll.Tallied _announced = _counted with { AtTheSitting = true };
    private static readonly ProjectAdopted _adopted = new(new("qijiang"), new("poll-2027"), Project("housing"), new(For: 2, AllDeputies: 3, Needed: 2, Rank: 1));
    private static readonly Decision _byCommittee = new(new("committee"), BodyKind.StandingCommittee, "常委会第五次会议", "綦人常〔2027〕8号", new("chair"), new(2027, 6, 25));

    [Fact]
    public void A_project_is_adopted_with_its_votes_once_the_result_is_announced()
    {
        Refused([], Adopting("housing", _counted)).Should().BeOfType<ProjectNotAdopted>();
        Accepted([], Adopting("housing", _announced)).Should().Equal(_adopted);
        Accepted([_adopted], Adopting("housing", _announced)).Should().BeEmpty();
    }

    [Fact]
    public void What_did_not_pass_is_not_adopted() =>
        Refused([], Adopting("water", _announced)).Should().BeOfType<ProjectNotAdopted>();

    [Fact]
    public void The_list_is_empty_until_the_announcement_and_then_has_the_adopted()
    {
        AdoptedList.Of(_counted).Should().BeEmpty();
        AdoptedList.Of(_announced).Should().Equal(_adopted);
    }

    [Fact]
    public void In_a_district_the_Standing_Committee_approves_a_change()
    {
        var smaller = Project("housing") with { InvestmentYuan = 5_000_000 };

        Refused([_adopted], Changing(smaller, ByPresidium)).Rule!.Id.Should().Be("LIV-30");
        Accepted([_adopted], Changing(smaller, _byCommittee)).Should().Equal(new ProjectChanged(smaller, new("资金调整"), _byCommittee));
        Accepted([_adopted, new ProjectChanged(smaller, new("资金调整"), _byCommittee)], Changing(smaller, _byCommittee)).Should().BeEmpty();
        Refused([_adopted], Changing(Project("water"), _byCommittee)).Should().BeOfType<OtherProject>();
    }

    [Fact]
    public void In_a_town_its_congress_does()
    {
        var town = new LivelihoodProjectRules(RuleSet.Preset("chongqing"), CongressLevel.Town, Day);
        var command = Changing(Project("housing") with { InvestmentYuan = 5_000_000 }, Measure);

        ProjectDecider.Decide(command, State([_adopted]), town).Should().BeOfType<Outcome<ProjectEvent>.Accepted>();
        Refused([_adopted], command).Should().BeOfType<ApprovalMissing>();
    }

    [Fact]
    public void A_project_is_terminated_with_approval_and_a_reason_and_stays_so()
    {
        Refused([_adopted], Terminating("", _byCommittee)).Should().BeOfType<ReasonMissing>();
        Accepted([_adopted], Terminating("地质条件不允许", _byCommittee)).Should().Equal(new ProjectTerminated(new("地质条件不允许"), _byCommittee));
        ProjectEvent[] ended = [_adopted, new ProjectTerminated(new("地质条件不允许"), _byCommittee)];
        Accepted(ended, Terminating("地质条件不允许", _byCommittee)).Should().BeEmpty();
        Refused(ended, Changing(Project("housing"), _byCommittee)).Should().BeOfType<OutOfTurn>();
        Refused([], Terminating("地质条件不允许", _byCommittee)).Should().BeOfType<ProjectNotAdopted>();
    }

    private static Adopt Adopting(string project, Poll.Tallied poll) => new(new(project), poll) { By = Secretariat, OccurredOn = Day };

    private static Change Changing(CandidateProject contents, Decision decision) => new(contents, new("资金调整"), decision) { By = Secretariat, OccurredOn = Day };

    private static Terminate Terminating(string reason, Decision decision) => new(new(reason), decision) { By = Secretariat, OccurredOn = Day };

    private static Project State(IEnumerable<ProjectEvent> given) => ProjectDecider.Instance.Fold(given);

    private static IReadOnlyList<ProjectEvent> Accepted(IEnumerable<ProjectEvent> given, ProjectCommand command) =>
        ProjectDecider.Decide(command, State(given), Rules).Should().BeOfType<Outcome<ProjectEvent>.Accepted>().Subject.Events;

    private static Refusal Refused(IEnumerable<ProjectEvent> given, ProjectCommand command) =>
        ProjectDecider.Decide(command, State(given), Rules).Should().BeOfType<Outcome<ProjectEvent>.Refused>().Subject.Refusal;
}
