namespace Qijiang.Standalone.Hosting;

/// <summary>A setting that is missing or malformed; the process does not start.</summary>
public sealed class SettingException : Exception
{
    /// <summary>Names the setting.</summary>
    /// <param name="message">Which setting, and what it has to be.</param>
    public SettingException(string message) : base(message) { }

    /// <summary>For serializers only.</summary>
    public SettingException() { }

    /// <summary>With what was behind it.</summary>
    /// <param name="message">Which setting.</param>
    /// <param name="innerException">What was behind it.</param>
    public SettingException(string message, Exception innerException) : base(message, innerException) { }
}
