using System.CommandLine;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Qijiang.Backend.Messaging;
using Qijiang.Standalone.Commands;
using Qijiang.Standalone.Demo.Running;
using Qijiang.Standalone.Hosting;
using Xunit;

namespace Qijiang.Standalone.Tests.Commands;

/// <summary>An operator looks at what could not be handled, sends it on its way once more, or drops it.</summary>
public sealed class PoisonCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("qijiang-poison-");
    private readonly StringWriter output = new();

    private string[] Settings => field ??= [.. new DemoSettings(folder.FullName, DemoSettings.FreeAddress(), DemoSettings.NewAccount(), new Uri("http://127.0.0.1:9/"), DemoSettings.NewToken()).ToConfiguration().Select(s => $"--{s.Key}={s.Value}")];

    public void Dispose()
    {
        output.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Listed_shown_replayed_and_dropped()
    {
        await PoisonAsync("qj|suggestion|JY-1");
        await PoisonAsync("qj|suggestion|JY-2");
        (await RunAsync("list")).Should().Be(0);
        var lines = output.ToString().Split('\n').Where(line => line.Contains("qj|suggestion|", StringComparison.Ordinal)).ToList();
        lines.Should().HaveCount(2).And.OnlyContain(line => line.Contains("\tchanges\t", StringComparison.Ordinal));
        var (first, second) = (lines[0].Split('\t')[0], lines[1].Split('\t')[0]);

        (await RunAsync("show", first)).Should().Be(0);
        (await RunAsync("replay", first)).Should().Be(0);
        (await RunAsync("replay", first)).Should().Be(1, "it lies there no longer");
        (await RunAsync("drop", second)).Should().Be(0);
        (await RunAsync("show", second)).Should().Be(1);
        (await RunAsync("replay", "all")).Should().Be(0);

        await using var app = StandaloneHost.Build(Settings);
        (await app.Services.GetRequiredService<IMessageQueue>().ReceiveAsync(StreamChanged.Queue, 32, TimeSpan.FromMinutes(1), CancellationToken.None))
            .Should().ContainSingle().Which.Tries.Should().Be(1);
    }

    private async Task PoisonAsync(string stream)
    {
        await using var app = StandaloneHost.Build(Settings);
        var queue = app.Services.GetRequiredService<IMessageQueue>();
        await queue.SendAsync(new Message(StreamChanged.Queue, stream, System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new { stream, version = 1 })), CancellationToken.None);
        var received = await queue.ReceiveAsync(StreamChanged.Queue, 32, TimeSpan.FromMinutes(1), CancellationToken.None);
        await queue.PoisonAsync(received.Should().ContainSingle().Which, CancellationToken.None);
    }

    private Task<int> RunAsync(params string[] args) => new RootCommand { PoisonCommand.Create(output) }.Parse(["poison", .. args, .. Settings]).InvokeAsync();
}
