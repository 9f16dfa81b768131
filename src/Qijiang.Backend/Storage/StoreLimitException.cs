namespace Qijiang.Backend.Storage;

/// <summary>A commit or message that exceeds a limit of <see cref="StoreLimits"/>: a defect of the caller. Nothing was written.</summary>
public sealed class StoreLimitException : Exception
{
    /// <summary>Names the limit.</summary>
    /// <param name="message">Which limit, by how much.</param>
    public StoreLimitException(string message) : base(message) { }

    /// <summary>For serializers only.</summary>
    public StoreLimitException() { }

    /// <summary>With what was behind it.</summary>
    /// <param name="message">Which limit, by how much.</param>
    /// <param name="innerException">What was behind it.</param>
    public StoreLimitException(string message, Exception innerException) : base(message, innerException) { }
}
