namespace Qijiang.Standalone.Demo.Story;

/// <summary>Shows the story while it is played.</summary>
public interface INarrator
{
    /// <summary>A new step begins.</summary>
    /// <param name="number">From 1.</param>
    /// <param name="chinese">Its title.</param>
    /// <param name="english">The same, short.</param>
    void Chapter(int number, string chinese, string english);

    /// <summary>Something was done, or seen.</summary>
    /// <param name="chinese">What.</param>
    /// <param name="english">The same, short.</param>
    void Tell(string chinese, string english);

    /// <summary>Shows words as the back end gave them.</summary>
    /// <param name="text">One or more lines.</param>
    void Quote(string text);

    /// <summary>Shows how something long goes on.</summary>
    /// <param name="chinese">What is done.</param>
    /// <param name="english">The same, short.</param>
    /// <param name="total">How many times.</param>
    /// <param name="work">Does it; calls back once for each that is done.</param>
    Task CountAsync(string chinese, string english, int total, Func<Action, Task> work);
}
