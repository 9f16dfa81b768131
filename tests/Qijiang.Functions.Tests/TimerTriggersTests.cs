using FluentAssertions;
using Xunit;

namespace Qijiang.Functions.Tests;

public sealed class TimerTriggersTests
{
    [Fact]
    public void There_are_these_timers() => Triggers.Timers.Select(t => t.Schedule).Should().BeEquivalentTo("%ReminderSchedule%", "%CheckpointSchedule%");

    [Fact]
    public void Every_timer_ticks_by_a_setting_that_the_sample_and_the_deployment_have()
    {
        foreach (var setting in Triggers.Timers.Select(t => t.Schedule.Trim('%')))
        {
            App.Sample().Should().ContainKey(setting).WhoseValue!.Split(' ').Should().HaveCount(6, "the host's schedules begin with seconds");
            RepositoryFiles.Text("infra/bicep/main.bicep").Should().Contain($" {setting}: ");
        }
    }
}
