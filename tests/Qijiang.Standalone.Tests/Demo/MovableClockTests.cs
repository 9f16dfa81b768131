using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Qijiang.Standalone.Demo.Running;
using Xunit;

namespace Qijiang.Standalone.Tests.Demo;

public sealed class MovableClockTests
{
    private readonly FakeTimeProvider time = new();

    [Fact]
    public void It_begins_at_nine_in_China_and_runs_on()
    {
        var clock = new MovableClock(new(2026, 5, 8), time);

        clock.GetCurrentInstant().Should().Be(Instant.FromUtc(2026, 5, 8, 1, 0));
        time.Advance(TimeSpan.FromHours(2));
        clock.GetCurrentInstant().Should().Be(Instant.FromUtc(2026, 5, 8, 3, 0));
    }

    [Fact]
    public void It_goes_forward_and_never_back()
    {
        var clock = new MovableClock(new(2026, 5, 8), time);

        clock.TryMoveTo(new(2026, 8, 11)).Should().BeTrue();
        clock.TryMoveTo(new(2026, 8, 10)).Should().BeFalse();
        clock.GetCurrentInstant().Should().Be(Instant.FromUtc(2026, 8, 11, 1, 0));
    }

    [Fact]
    public void Today_changes_nothing()
    {
        var clock = new MovableClock(new(2026, 5, 8), time);
        time.Advance(TimeSpan.FromHours(2));

        clock.TryMoveTo(new(2026, 5, 8)).Should().BeTrue();
        clock.GetCurrentInstant().Should().Be(Instant.FromUtc(2026, 5, 8, 3, 0));
    }
}
