using FluentAssertions;
using Xunit;

namespace Qijiang.Functions.Tests;

public sealed class ReminderTriggersTests
{
    [Fact]
    public void The_timer_ticks_by_a_setting_that_the_sample_and_the_deployment_have()
    {
        Triggers.Timers.Select(t => t.Schedule).Should().Equal("%ReminderSchedule%");
        App.Sample().Should().ContainKey("ReminderSchedule").WhoseValue!.Split(' ').Should().HaveCount(6, "the host's schedules begin with seconds");
        RepositoryFiles.Text("infra/bicep/main.bicep").Should().Contain(" ReminderSchedule: ");
    }
}
