namespace Qijiang.Standalone.Demo.Story;

/// <summary>The back end did not do what the story, or the ledger of its driver, says.</summary>
public sealed class StoryFailedException : Exception
{
    /// <summary>Says what was expected, and what came.</summary>
    /// <param name="message">For people.</param>
    public StoryFailedException(string message) : base(message) { }

    /// <summary>For serializers only.</summary>
    public StoryFailedException() { }

    /// <summary>With what was behind it.</summary>
    /// <param name="message">For people.</param>
    /// <param name="innerException">What was behind it.</param>
    public StoryFailedException(string message, Exception innerException) : base(message, innerException) { }
}
