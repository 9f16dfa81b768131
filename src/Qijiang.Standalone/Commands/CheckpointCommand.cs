using System.CommandLine;
using Qijiang.Backend.Audit;
using Qijiang.Standalone.Hosting;
using Spectre.Console;

namespace Qijiang.Standalone.Commands;

/// <summary><c>checkpoint</c>: signs what all streams are now, also while the service runs; where nothing has changed since the newest one, that one is told again.</summary>
internal static class CheckpointCommand
{
    private static readonly Option<FileInfo?> _export = new("--export") { Description = "A file for the newest checkpoint, to keep on another machine (导出文件)" };

    private static readonly Option<bool> _newest = new("--newest") { Description = "Make none, take the newest there is (不制作，只取最新的)" };

    public static Command Create(IAnsiConsole console)
    {
        var command = new Command("checkpoint", "Sign what all streams are now (制作存证点)") { _export, _newest };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancel) => SettingFaults.NamedAsync(async () =>
        {
            await using var app = StandaloneHost.Build([.. parsed.UnmatchedTokens]);
            var checkpoints = app.Services.GetRequiredService<Checkpoints>();
            if (!parsed.GetValue(_newest))
            {
                // By hand it is easy to be at the wrong machine: what is signed there is foreign for ever.
                var own = await app.Services.GetRequiredService<CheckpointKey>().FindPublicAsync(cancel);
                if (await checkpoints.ExportAsync(cancel) is { } before && !before.Checkpoint.PublicKey.Span.SequenceEqual(own))
                {
                    await Console.Error.WriteLineAsync("最新的存证点不是用这里的密钥签的，没有制作新的。The newest checkpoint is not signed with the key that is here; none was made.");
                    return 1;
                }

                await app.Services.GetRequiredService<CheckpointTick>().RunAsync(cancel);
            }

            if (await checkpoints.ExportAsync(cancel) is not { Checkpoint.Statement: var checkpoint } newest)
            {
                await console.Profile.Out.Writer.WriteLineAsync("还没有存证点，也没有事件可以存证。There is no checkpoint, nor anything to cover.");
                return 1;
            }

            if (parsed.GetValue(_export) is { } file && !await WriteAsync(file, newest, cancel)) return 1;
            // Unbroken lines, whatever the width: they are copied.
            await console.Profile.Out.Writer.WriteLineAsync(
                $"第{checkpoint.Number}号存证点，覆盖{checkpoint.Streams}个事件流，请另行保存：Checkpoint {checkpoint.Number} covers {checkpoint.Streams} streams; keep this elsewhere:");
            await console.Profile.Out.Writer.WriteLineAsync(new KeptElsewhere.Noted(checkpoint.Number, checkpoint.Hash).ToString());
            return 0;
        }));
        return command;
    }

    /// <summary>Never over a file that is there: it may be the one that tells.</summary>
    private static async Task<bool> WriteAsync(FileInfo file, ExportedCheckpoint newest, CancellationToken cancel)
    {
        try
        {
            await using var stream = file.Open(FileMode.CreateNew, FileAccess.Write);
            await stream.WriteAsync(newest.ToFile(), cancel);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return false;
        }
    }
}
