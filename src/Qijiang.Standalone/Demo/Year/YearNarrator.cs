using Qijiang.Standalone.Demo.Story;
using Spectre.Console;

namespace Qijiang.Standalone.Demo.Year;

/// <summary>A year is told by one bar: how far, and which day it is.</summary>
internal sealed class YearNarrator(ProgressTask task) : INarrator
{
    public void Chapter(int number, string chinese, string english) { }

    public void Tell(string chinese, string english) => task.Description = chinese.EscapeMarkup();

    public void Quote(string text) { }

    public Task CountAsync(string chinese, string english, int total, Func<Action, Task> work) => work(() => task.Increment(1));
}
