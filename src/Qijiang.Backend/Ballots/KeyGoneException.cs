namespace Qijiang.Backend.Ballots;

/// <summary>A key of a poll was to be used or made although it was destroyed: a poll that was counted can't be opened again.</summary>
public sealed class KeyGoneException : Exception
{
    /// <summary>Says which.</summary>
    /// <param name="message">Which key of which poll.</param>
    public KeyGoneException(string message) : base(message) { }

    /// <summary>For serializers only.</summary>
    public KeyGoneException() { }

    /// <summary>With what was behind it.</summary>
    /// <param name="message">Which key of which poll.</param>
    /// <param name="innerException">What was behind it.</param>
    public KeyGoneException(string message, Exception innerException) : base(message, innerException) { }
}
