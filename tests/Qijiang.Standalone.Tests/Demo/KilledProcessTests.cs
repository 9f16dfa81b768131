using FluentAssertions;
using Qijiang.Standalone.Demo.Running;
using Qijiang.Standalone.Demo.Story;
using Xunit;

namespace Qijiang.Standalone.Tests.Demo;

public sealed class KilledProcessTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("qijiang-killed-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_process_killed_while_ballots_pour_in_loses_and_doubles_nothing_that_it_acknowledged()
    {
        await using var setup = await DemoSetup.PrepareAsync(folder.FullName, WholeStory.Begins, azureConnection: null, CancellationToken.None);
        await using var backend = await BackendProcess.StartAsync(setup.Settings, WholeStory.Begins, CancellationToken.None);
        using var http = new HttpClient { BaseAddress = setup.Settings.Address };
        var world = new World(setup.Settings, http, setup.Login, setup.Passwords, new SilentNarrator(), WholeStory.Begins);

        var told = await KilledInTheMiddle.PlayAsync(world, backend, CancellationToken.None);

        told.Sent.Should().Be(183);
        told.Acknowledged.Should().BeInRange(60, 182);
        told.Unanswered.Should().Be(183 - told.Acknowledged);
        told.Missing.Should().BeEmpty();
        told.Doubled.Should().BeEmpty();
        told.CastAfterRestart.Should().BeInRange(told.BallotsAcknowledged, 63);
        told.OpinionsRecorded.Should().Be(120);
        told.Cast.Should().Be(63);
        told.Votes.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => v.Value).Should().Equal(60, 55, 51, 44, 38, 32, 31, 20);
    }
}
