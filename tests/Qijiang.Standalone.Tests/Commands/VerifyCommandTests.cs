using System.CommandLine;
using System.Text.RegularExpressions;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Qijiang.Backend.Calendar;
using Qijiang.Backend.Storage;
using Qijiang.Standalone.Commands;
using Qijiang.Standalone.Demo.Running;
using Qijiang.Standalone.Hosting;
using Spectre.Console;
using Xunit;

namespace Qijiang.Standalone.Tests.Commands;

/// <summary>What an operator does: makes a checkpoint, keeps it elsewhere, and verifies.</summary>
public sealed partial class VerifyCommandTests : IDisposable
{
    private const string Stream = "installation|calendar|notices";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("qijiang-verify-");
    private readonly StringWriter output = new();

    private string[] Settings => field ??= [.. new DemoSettings(folder.FullName, DemoSettings.FreeAddress(), DemoSettings.NewAccount(), new Uri("http://127.0.0.1:9/"), DemoSettings.NewToken()).ToConfiguration().Select(s => $"--{s.Key}={s.Value}")];

    private string Kept => Path.Combine(folder.FullName, "kept.json");

    public void Dispose()
    {
        output.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_is_as_it_was_ends_with_0_and_says_how_much_it_looked_at()
    {
        await FillAsync();

        (await RunAsync("checkpoint", "--export", Kept)).Should().Be(0);
        var note = Note().Match(output.ToString()).Value;
        (await RunAsync("verify", "--checkpoint", Kept, "--noted", note)).Should().Be(0);

        note.Should().StartWith("1:SHA-256:");
        output.ToString().Should().Contain("事件流1个").And.Contain("没有发现改动").And.Contain(note);
    }

    [Fact]
    public async Task What_was_removed_ends_with_1_and_is_named_by_its_stream()
    {
        await FillAsync();
        await RunAsync("checkpoint");
        await ChangeAsync(rows => rows.CommitAsync(EventStore.Table, Stream, [new Change.Delete("0000000002", null)], [], CancellationToken.None));

        (await RunAsync("verify")).Should().Be(1);

        output.ToString().Should().MatchRegex($@"✗ {Regex.Escape(Stream)}：.*\p{{IsCJKUnifiedIdeographs}}.*。.*[a-z]+\.");
    }

    [Fact]
    public async Task A_kept_checkpoint_is_never_written_over()
    {
        await FillAsync();
        await File.WriteAllTextAsync(Kept, "older");

        (await RunAsync("checkpoint", "--export", Kept)).Should().Be(1);

        (await File.ReadAllTextAsync(Kept)).Should().Be("older");
    }

    [Fact]
    public async Task A_file_that_is_none_ends_with_1()
    {
        await File.WriteAllTextAsync(Kept, "{}");

        (await RunAsync("verify", "--checkpoint", Kept)).Should().Be(1);
        (await RunAsync("verify", "--checkpoint", Path.Combine(folder.FullName, "none.json"))).Should().Be(1);
        (await RunAsync("verify", "--noted", "17")).Should().Be(1);
    }

    [Fact]
    public async Task Where_there_is_no_event_there_is_nothing_to_cover_and_nothing_verified()
    {
        (await RunAsync("checkpoint")).Should().Be(1);
        (await RunAsync("verify")).Should().Be(1);
    }

    [Fact]
    public async Task Where_there_is_another_key_nothing_is_signed_and_what_there_is_can_be_exported_and_verified()
    {
        await FillAsync();
        await RunAsync("checkpoint");
        File.Delete(Path.Combine(folder.FullName, "root-keys", "checkpoints.key"));
        await ChangeAsync(rows => rows.CommitAsync(EventStore.Table, Stream, [new Change.Delete("0000000002", null)], [], CancellationToken.None));

        (await RunAsync("checkpoint")).Should().Be(1);
        (await RunAsync("checkpoint", "--newest", "--export", Kept)).Should().Be(0);
        (await RunAsync("verify", "--checkpoint", Kept)).Should().Be(1);

        output.ToString().Should().Contain($"✗ {Stream}：");
        Directory.GetFiles(Path.Combine(folder.FullName, "root-keys")).Should().NotContain(file => file.Contains("checkpoints", StringComparison.Ordinal));
    }

    /// <summary>The holiday notices that come with the software: an event each.</summary>
    private async Task FillAsync()
    {
        await using var app = StandaloneHost.Build(Settings);
        await app.Services.GetRequiredService<NoticeUseCases>().EnterOwnAsync(CancellationToken.None);
    }

    private async Task ChangeAsync(Func<IRowStore, Task> change)
    {
        await using var app = StandaloneHost.Build(Settings);
        await change(app.Services.GetRequiredService<IRowStore>());
    }

    private Task<int> RunAsync(params string[] args)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Interactive = InteractionSupport.No, Ansi = AnsiSupport.No });
        return new RootCommand { CheckpointCommand.Create(console), VerifyCommand.Create(console) }.Parse([.. args, .. Settings]).InvokeAsync();
    }

    [GeneratedRegex("1:SHA-256:[0-9a-f]{64}")]
    private static partial Regex Note();
}
