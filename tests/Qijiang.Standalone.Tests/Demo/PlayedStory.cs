using Microsoft.Extensions.DependencyInjection;
using Qijiang.Backend.Audit;
using Qijiang.Standalone.Demo.Running;
using Qijiang.Standalone.Demo.Story;
using Xunit;

namespace Qijiang.Standalone.Tests.Demo;

/// <summary>The demo's own story, played once in this process, with real HTTP on a loopback port.</summary>
public abstract class PlayedStory : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("qijiang-story-");

    /// <summary>What was seen.</summary>
    public WholeStory.Told Told { get; private set; } = null!;

    /// <summary>What was found of it afterwards.</summary>
    public Verified Verified { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        await using var setup = await DemoSetup.PrepareAsync(folder.FullName, WholeStory.Begins, await AzureConnectionAsync(), CancellationToken.None);
        await using var app = DemoHost.Build(setup.Settings, WholeStory.Begins);
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = setup.Settings.Address };
        Told = await WholeStory.PlayAsync(new World(setup.Settings, http, setup.Login, setup.Passwords, new SilentNarrator(), WholeStory.Begins), CancellationToken.None);
        await app.Services.GetRequiredService<CheckpointTick>().RunAsync(CancellationToken.None);
        await app.StopAsync();
        var key = await app.Services.GetRequiredService<CheckpointKey>().FindPublicAsync(CancellationToken.None);
        Verified = await app.Services.GetRequiredService<Verification>().RunAsync(new(key), (_, _) => { }, CancellationToken.None);
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>The storage account; null: SQLite.</summary>
    protected abstract Task<string?> AzureConnectionAsync();
}
