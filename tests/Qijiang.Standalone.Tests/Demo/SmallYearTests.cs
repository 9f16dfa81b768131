using FluentAssertions;
using Qijiang.Standalone.Demo.Running;
using Qijiang.Standalone.Demo.Story;
using Qijiang.Standalone.Demo.Year;
using Xunit;

namespace Qijiang.Standalone.Tests.Demo;

/// <summary>One in twenty of what <c>demo --scale year</c> plays: in the end the API's account is the driver's.</summary>
public sealed class SmallYearTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("qijiang-year-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task What_the_API_says_of_a_year_is_what_was_done_in_it()
    {
        await using var setup = await DemoSetup.PrepareAsync(folder.FullName, YearPlay.Begins, null, CancellationToken.None);
        await using var app = DemoHost.Build(setup.Settings, YearPlay.Begins);
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = setup.Settings.Address };
        var world = new World(setup.Settings, http, setup.Login, setup.Passwords, new SilentNarrator(), YearPlay.Begins);

        var lines = await new YearPlay(world, new YearPlan(oneIn: 20)).PlayAsync(CancellationToken.None);

        lines.Should().OnlyContain(line => line.Agrees);
        lines.Select(line => (line.English, line.Done)).Should().Contain(
        [
            ("resolved", 96), ("suggestions", 20), ("of the Wansheng area", 5), ("dissatisfied first, and handled again", 1),
            ("late, with an explanation", 1), ("promises kept", 3), ("promises lapsed, back on the desk", 1),
        ]);
        await app.StopAsync();
    }
}
