using FluentAssertions;
using Qijiang.Standalone.Demo;
using Qijiang.Standalone.Demo.Year;
using Xunit;

namespace Qijiang.Standalone.Tests.Demo;

public sealed class YearPlanTests
{
    private readonly YearPlan plan = new();

    [Fact]
    public void It_has_the_figures_of_the_published_report()
    {
        plan.Opinions.Should().HaveCount(3107);
        plan.Opinions.Count(o => o.Closed).Should().Be(1929);
        plan.Suggestions.Should().HaveCount(404);
        plan.Suggestions.Count(s => SampleDistrict.IsOfWansheng(s.Lead)).Should().Be(115);
    }

    [Fact]
    public void More_than_97_in_100_are_satisfied_at_once() => plan.Suggestions.Count(s => !s.IsDissatisfied).Should().BeGreaterThan(404 * 97 / 100);

    [Fact]
    public void Outcomes_are_mixed()
    {
        plan.Suggestions.Select(s => s.ReplyClass).Distinct().Should().BeEquivalentTo("A", "B", "C", "D");
        plan.Suggestions.Should().Contain(s => s.Late).And.Contain(s => s.IsDissatisfied).And.Contain(s => s.Delivered == true).And.Contain(s => s.Delivered == false);
        plan.Opinions.Select(o => o.Channel).Distinct().Should().BeEquivalentTo("MiniProgram", "WeChatMessage", "InPerson");
        plan.Opinions.Select(o => o.Congress).Distinct().Should().BeEquivalentTo("qijiang", "dongxi", "ganshui");
    }

    [Fact]
    public void Whoever_names_a_source_was_handed_it() =>
        plan.Sources.Should().HaveCountGreaterThan(100).And.OnlyContain(source => plan.Opinions[source.Value].Deputy == plan.Suggestions[source.Key].Lead && !plan.Opinions[source.Value].Closed);

    [Fact]
    public void Nobody_marks_more_projects_than_there_are_places() =>
        YearPolls.OfTheDistrict.Ballots().Should().HaveCount(271).And.OnlyContain(ballot => ballot.Values.Count(mark => mark == "for") <= 10);
}
