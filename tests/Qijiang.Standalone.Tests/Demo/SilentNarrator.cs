using Qijiang.Standalone.Demo.Story;

namespace Qijiang.Standalone.Tests.Demo;

/// <summary>Tests look at what was seen, not at how it is told.</summary>
internal sealed class SilentNarrator : INarrator
{
    public void Chapter(int number, string chinese, string english) { }

    public void Tell(string chinese, string english) { }

    public void Quote(string text) { }

    public Task CountAsync(string chinese, string english, int total, Func<Action, Task> work) => work(() => { });
}
