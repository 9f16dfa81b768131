using System.CommandLine;
using Qijiang.Backend.Audit;
using Qijiang.Standalone.Hosting;
using Spectre.Console;

namespace Qijiang.Standalone.Commands;

/// <summary><c>verify</c>: looks whether all that was recorded is still there as it was, also while the service runs. It ends with 1 where something is not.</summary>
internal static class VerifyCommand
{
    private static readonly Option<FileInfo?> _file = new("--checkpoint") { Description = "An exported checkpoint that was kept elsewhere (另外保存的存证点文件)" };
    private static readonly Option<string?> _note = new("--noted") { Description = "NUMBER:HASH of a checkpoint, as it was written down (另外记下的存证点编号和哈希)" };

    public static Command Create(IAnsiConsole console)
    {
        var command = new Command("verify", "Look whether all that was recorded is still there as it was (核验)") { _file, _note };
        command.TreatUnmatchedTokensAsErrors = false;
        command.Validators.Add(result =>
        {
            if (result.GetValue(_note) is { } note && KeptElsewhere.Noted.Parse(note) is null) result.AddError($"--noted '{note}' is no NUMBER:HASH");
        });
        command.SetAction((parsed, cancel) => SettingFaults.NamedAsync(async () =>
        {
            try
            {
                var file = parsed.GetValue(_file) is { } kept ? ExportedCheckpoint.OfFile(await File.ReadAllBytesAsync(kept.FullName, cancel)) : null;
                var note = parsed.GetValue(_note) is { } noted ? KeptElsewhere.Noted.Parse(noted) : null;
                await using var app = StandaloneHost.Build([.. parsed.UnmatchedTokens]);
                var key = await app.Services.GetRequiredService<CheckpointKey>().FindPublicAsync(cancel);
                return await RunAsync(console, app.Services.GetRequiredService<Verification>(), new(key, file, note), cancel);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
            {
                await Console.Error.WriteLineAsync(e.Message);
                return 1;
            }
        }));
        return command;
    }

    private static async Task<int> RunAsync(IAnsiConsole console, Verification verification, KeptElsewhere kept, CancellationToken cancel)
    {
        var verified = await console.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn()).StartAsync(progress =>
        {
            var task = progress.AddTask("核验 [grey]verifying[/]", maxValue: 1);
            return verification.RunAsync(kept, (done, known) => (task.MaxValue, task.Value) = (Math.Max(done, known), done), cancel);
        });
        // Unbroken lines, whatever the width: they are searched and copied.
        var lines = console.Profile.Out.Writer;
        await lines.WriteLineAsync(
            $"事件流{verified.Streams}个，共{verified.Rows}行，其中{verified.Uncovered}行尚未存证；存证点{verified.Checkpoints}个。Streams: {verified.Streams}, rows: {verified.Rows}, covered by no checkpoint yet: {verified.Uncovered}; checkpoints: {verified.Checkpoints}.");
        if (verified.Newest is { } newest) await lines.WriteLineAsync(new KeptElsewhere.Noted(newest.Number, newest.Hash).ToString());
        if (kept is { PublicKey: null, File: null } && verified.Checkpoints > 0)
            await lines.WriteLineAsync("! 这里没有签名密钥，也没有另外保存的存证点，无法确认签名是谁的。There is no key here, nor a kept checkpoint: nobody vouches for the signatures.");
        foreach (var finding in verified.Findings) await lines.WriteLineAsync($"✗ {finding.Stream ?? "存证点 checkpoints"}：{finding.InBothLanguages}");
        if (verified is { Streams: 0, Findings: [] })
        {
            await lines.WriteLineAsync("✗ 这里什么都没有：存储对吗？There is nothing here: is this the store that was meant?");
            return 1;
        }

        await lines.WriteLineAsync(
            verified.Findings.Count == 0 ? "✓ 没有发现改动。Nothing was changed that this can find." : $"✗ 发现{verified.Findings.Count}处问题。Findings: {verified.Findings.Count}.");
        return verified.Findings.Count == 0 ? 0 : 1;
    }
}
