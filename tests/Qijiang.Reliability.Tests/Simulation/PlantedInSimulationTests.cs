using FluentAssertions;
using Xunit;

namespace Qijiang.Reliability.Tests.Simulation;

/// <summary>The simulation finds what is planted in it, within a few seeds; one that finds nothing would prove nothing.</summary>
public sealed class PlantedInSimulationTests
{
    private const int Seeds = 60;

    public static TheoryData<string> All => [.. Enum.GetNames<Planted>()];

    [Theory]
    [MemberData(nameof(All))]
    public async Task What_is_planted_is_found(string name)
    {
        var found = 0;
        await Simulation.Seeds.PlayAsync(1, Seeds, Enum.Parse<Planted>(name), course =>
        {
            if (course.Faults is []) return true;
            Interlocked.Increment(ref found);
            return false;
        });
        found.Should().BePositive();
    }
}
