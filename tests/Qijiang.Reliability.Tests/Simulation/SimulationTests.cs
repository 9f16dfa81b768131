using System.Collections.Concurrent;
using System.Globalization;
using FluentAssertions;
using Xunit;
using Xunit.Abstractions;

namespace Qijiang.Reliability.Tests.Simulation;

/// <summary>
/// The whole back end, two instances of it, over memory under a seeded scheduler. <c>QIJIANG_SEEDS</c> says how many seeds,
/// <c>QIJIANG_SEED</c> plays one alone.
/// </summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    private const int UsualSeeds = 100;
    private const int FirstSeed = 1;

    [Fact]
    public async Task Whatever_fails_and_in_whichever_order_nothing_acknowledged_is_lost_doubled_or_invented()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var (first, count) = Number("QIJIANG_SEED") is { } one ? (one, 1) : (FirstSeed, Number("QIJIANG_SEEDS") ?? UsualSeeds);
        var failures = new ConcurrentQueue<Course>();
        long steps = 0;
        await Seeds.PlayAsync(first, count, null, course =>
        {
            Interlocked.Add(ref steps, course.Trace.Count);
            if (course.Faults is not []) failures.Enqueue(course);
            return failures.Count < 10;
        });
        output.WriteLine($"{count} seeds, {steps} steps, {watch.Elapsed}");
        failures.OrderBy(course => course.Seed).Take(3).Select(course => course.Report).Should().BeEmpty();
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task One_seed_is_one_course_of_events(int seed)
    {
        var courses = new ConcurrentQueue<Course>();
        for (var time = 1; time <= 2; time++)   // each in a rig of its own, which has its own random keys
            await Seeds.PlayAsync(seed, 1, null, course =>
            {
                courses.Enqueue(course);
                return true;
            });
        courses.Should().HaveCount(2);
        var (first, second) = (courses.First(), courses.Last());
        second.Trace.Should().Equal(first.Trace);
        second.Events.Should().Be(first.Events);
    }

    private static int? Number(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
