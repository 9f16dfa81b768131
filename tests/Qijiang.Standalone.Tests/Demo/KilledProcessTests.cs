using FluentAssertions;
using Qijiang.Azurite;
using Qijiang.Standalone.Demo.Running;
using Qijiang.Standalone.Demo.Story;
using Xunit;

namespace Qijiang.Standalone.Tests.Demo;

/// <summary>Step 6 of the story, on both stores: a process killed while ballots pour in loses and doubles nothing that it acknowledged.</summary>
public sealed class KilledProcessTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("qijiang-killed-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public Task On_Sqlite() => PlayAsync(null);

    [Fact]
    public async Task On_Azurite() => await PlayAsync((await AzuriteServer.SharedAsync()).ConnectionString);

    private async Task PlayAsync(string? azure)
    {
        await using var setup = await DemoSetup.PrepareAsync(folder.FullName, WholeStory.Begins, azure, CancellationToken.None);
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
