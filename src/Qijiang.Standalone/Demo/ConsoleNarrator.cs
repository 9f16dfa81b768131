using Qijiang.Standalone.Demo.Story;
using Spectre.Console;

namespace Qijiang.Standalone.Demo;

/// <summary>Shows the story on the console, Chinese first.</summary>
internal sealed class ConsoleNarrator(IAnsiConsole console) : INarrator
{
    public void Chapter(int number, string chinese, string english)
    {
        console.WriteLine();
        console.Write(new Rule($"[bold yellow]{number}  {chinese.EscapeMarkup()}[/]  [grey]{english.EscapeMarkup()}[/]").LeftJustified());
    }

    public void Tell(string chinese, string english) => console.MarkupLine($" [green]✓[/] {chinese.EscapeMarkup()}  [grey]{english.EscapeMarkup()}[/]");

    public void Quote(string text)
    {
        foreach (var line in text.Split('\n')) console.MarkupLine($"   [blue]│ {line.TrimEnd().EscapeMarkup()}[/]");
    }

    public async Task CountAsync(string chinese, string english, int total, Func<Action, Task> work)
    {
        await console.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn()).StartAsync(async progress =>
        {
            var task = progress.AddTask($"{chinese.EscapeMarkup()} [grey]{english.EscapeMarkup()}[/]", maxValue: total);
            await work(() => task.Increment(1));
        });
        Tell($"{chinese}：{total}", english);
    }
}
