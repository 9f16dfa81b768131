using FluentAssertions;
using Qijiang.Storage.Contracts.Faults;
using Xunit;

namespace Qijiang.Reliability.Tests.Faults;

/// <summary>The rig finds what is planted in it; one that finds nothing would prove nothing.</summary>
public sealed class PlantedDefectTests
{
    [Fact]
    public async Task A_commit_that_was_acknowledged_and_not_made_is_found() => (await FoundAsync(Defect.ForgottenCommit, FaultKind.Slow)).Should().NotBeEmpty();

    [Fact]
    public async Task A_message_that_was_lost_is_found() => (await FoundAsync(Defect.LostMessage, FaultKind.Slow)).Should().NotBeEmpty();

    [Fact]
    public async Task Somebody_recorded_twice_who_asked_again_is_found() => (await FoundAsync(Defect.UnknownRepeat, FaultKind.AnswerLost)).Should().NotBeEmpty();

    [Fact]
    public async Task Nothing_is_found_where_nothing_is_planted() => (await FoundAsync(null, FaultKind.AnswerLost)).Should().BeEmpty();

    private static async Task<IReadOnlyList<string>> FoundAsync(Defect? defect, FaultKind kind)
    {
        var scenario = Scenarios.All[0];
        await using var sound = await House.OpenAsync(messageFirst: false);
        var undisturbed = await Seen.AfterAsync(sound, scenario, int.MaxValue, FaultKind.Before);
        await using var house = await House.OpenAsync(messageFirst: false);
        house.Defect = defect;
        var found = new List<string>();
        for (var call = 1; call <= 20; call++) found.AddRange((await Seen.AfterAsync(house, scenario, call, kind)).Against(undisturbed));
        return found;
    }
}
