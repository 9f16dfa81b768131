using FluentAssertions;
using Qijiang.Storage.Contracts.Faults;
using Xunit;
using Xunit.Abstractions;

namespace Qijiang.Reliability.Tests.Faults;

/// <summary>
/// For each scenario and every n, the n-th storage call fails, in each way in which it can. Whoever got no answer asks again,
/// the queues are worked off, the timer ticks. After that nothing may differ from the run in which nothing failed. Where a
/// scenario makes many calls, a usual run takes some of them, other ones for each way to fail; with <c>QIJIANG_EVERY_CALL</c>
/// set it takes them all.
/// </summary>
public sealed class EveryCallTests(ITestOutputHelper output)
{
    private const int UsualRuns = 100;
    private static readonly bool _all = Environment.GetEnvironmentVariable("QIJIANG_EVERY_CALL") is not null;

    public static TheoryData<int, bool> Runs()
    {
        var runs = new TheoryData<int, bool>();
        for (var scenario = 0; scenario < Scenarios.All.Count; scenario++)
        {
            runs.Add(scenario, false);
            runs.Add(scenario, true);
        }

        return runs;
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Whichever_storage_call_fails_and_however_nothing_acknowledged_is_lost_doubled_or_invented(int scenario, bool messageFirst)
    {
        var played = Scenarios.All[scenario];
        await using var house = await House.OpenAsync(messageFirst);
        var undisturbed = await Seen.AfterAsync(house, played, int.MaxValue, FaultKind.Before);
        undisturbed.Faults.Should().BeEmpty();
        var failures = new List<string>();
        var step = _all ? 1 : 1 + (undisturbed.Calls / UsualRuns);
        foreach (var kind in messageFirst ? Enum.GetValues<FaultKind>() : [FaultKind.Before, FaultKind.AnswerLost, FaultKind.Slow])
        {
            for (var call = 1 + ((int)kind % step); call <= undisturbed.Calls; call += step)
            {
                var seen = await Seen.AfterAsync(house, played, call, kind);
                failures.AddRange(seen.Against(undisturbed).Select(fault => $"{kind} at call {call}: {fault}"));
            }
        }

        output.WriteLine($"{played}: {undisturbed.Calls} calls, every {step}.");
        failures.Should().BeEmpty();
    }
}
