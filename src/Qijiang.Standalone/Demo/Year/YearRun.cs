using System.Globalization;
using Qijiang.Standalone.Demo.Running;
using Qijiang.Standalone.Demo.Story;
using Spectre.Console;

namespace Qijiang.Standalone.Demo.Year;

/// <summary><c>demo --scale year</c>: a back end of its own, a year played in it, the API's account of it compared with the driver's.</summary>
internal static class YearRun
{
    /// <summary>Plays it.</summary>
    /// <exception cref="StoryFailedException">The API disagrees with what the driver did.</exception>
    public static async Task PlayAsync(IAnsiConsole console, string folder, string? azureConnection, CancellationToken cancel)
    {
        console.Write(new Rule("[bold]綦江人大工作平台 · 一年[/]  [grey]Qijiang, a year[/]"));
        await using var setup = await DemoSetup.PrepareAsync(folder, YearPlay.Begins, azureConnection, cancel);
        await using var backend = await BackendProcess.StartAsync(setup.Settings, YearPlay.Begins, cancel);
        using var http = new HttpClient { BaseAddress = setup.Settings.Address, Timeout = TimeSpan.FromMinutes(10) };
        var since = TimeProvider.System.GetTimestamp();
        IReadOnlyList<YearAudit.Line> lines = [];
        await console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                var task = progress.AddTask("筹建完毕");
                var play = new YearPlay(new World(setup.Settings, http, setup.Login, setup.Passwords, new YearNarrator(task), YearPlay.Begins), new YearPlan());
                task.MaxValue = play.Count;
                lines = await play.PlayAsync(cancel);
            });
        Show(console, lines, TimeProvider.System.GetElapsedTime(since));
        if (lines.FirstOrDefault(line => !line.Agrees) is { } wrong)
            throw new StoryFailedException($"{wrong.Chinese} ({wrong.English}): {wrong.Done} were done, the API has {wrong.Found}");
    }

    private static void Show(IAnsiConsole console, IReadOnlyList<YearAudit.Line> lines, TimeSpan took)
    {
        var table = new Table().Title($"小结 summary（{took.TotalMinutes:0.0} min）").AddColumns("", "办了 done", "接口 the API");
        foreach (var line in lines)
        {
            var color = line.Agrees ? "green" : "red";
            table.AddRow(
                $"{line.Chinese.EscapeMarkup()} [grey]{line.English.EscapeMarkup()}[/]",
                line.Done.ToString(CultureInfo.InvariantCulture), $"[{color}]{line.Found.ToString(CultureInfo.InvariantCulture)}[/]");
        }

        console.Write(table);
        console.MarkupLine("[grey]重点督办件没有列入：目前还没有确定重点督办的动作。Priority suggestions are left out: no act makes one yet.[/]");
    }
}
