using System.CommandLine;
using Qijiang.Backend;
using Qijiang.Backend.Congresses;
using Qijiang.Standalone.Demo;
using Qijiang.Standalone.Demo.Story;
using Qijiang.Standalone.Demo.Year;
using Spectre.Console;

namespace Qijiang.Standalone.Commands;

/// <summary><c>demo</c>: sets a sample district up, plays a story in it, and goes on serving.</summary>
internal static class DemoCommand
{
    private static readonly Option<bool> _exit = new("--exit", "--no-serve") { Description = "End after the summary (演示后退出)" };
    private static readonly Option<DirectoryInfo?> _folder = new("--folder") { Description = "Where to keep the data; a temporary folder, deleted at the end, unless given (数据目录)" };
    private static readonly Option<string> _scale = new("--scale") { Description = "story, or year: a whole year of the district (规模)", DefaultValueFactory = _ => "story" };
    private static readonly Option<string> _storage = new("--storage") { Description = "sqlite or azure (存储)", DefaultValueFactory = _ => "sqlite" };
    private static readonly Option<string?> _connection = new("--connection") { Description = "The connection string, with --storage azure (存储连接串)" };

    public static Command Create()
    {
        _scale.AcceptOnlyFromAmong("story", "year");
        _storage.AcceptOnlyFromAmong("sqlite", "azure");
        var command = new Command("demo", "Play a story in a sample district, then go on serving (演示)") { _exit, _scale, _folder, _storage, _connection };
        command.Validators.Add(result =>
        {
            if (result.GetValue(_storage) == "azure" != result.GetValue(_connection) is not null) result.AddError("--storage azure and --connection go together");
        });
        command.SetAction(async (parsed, cancel) =>
        {
            var console = AnsiConsole.Console;
            var temporary = parsed.GetValue(_folder) is null ? Directory.CreateTempSubdirectory("qijiang-demo-") : null;
            var folder = temporary?.FullName ?? parsed.GetValue(_folder)!.FullName;
            try
            {
                if (parsed.GetValue(_scale) == "year")
                {
                    await YearRun.PlayAsync(console, folder, parsed.GetValue(_connection), cancel);
                    return 0;
                }

                await using var run = new DemoRun(console);
                await run.PlayAsync(folder, parsed.GetValue(_connection), cancel);
                if (!parsed.GetValue(_exit)) await run.ServeAsync(cancel);
                return 0;
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return 0;
            }
            catch (Exception e) when (e is StoryFailedException or SettingException or ProvisioningException or IOException or HttpRequestException)
            {
                console.MarkupLine($"[red]{e.Message.EscapeMarkup()}[/]");
                return 1;
            }
            finally
            {
                temporary?.Delete(recursive: true);
            }
        });
        return command;
    }
}
