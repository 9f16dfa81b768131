namespace Qijiang.Backend;

/// <summary>A setting is missing or malformed; the process does not start. Names the setting, never a secret's value.</summary>
/// <param name="setting">The setting, as the configuration names it.</param>
/// <param name="demand">What it must be.</param>
/// <param name="innerException">What was behind it.</param>
public sealed class SettingException(string setting, string demand, Exception? innerException = null) : Exception($"{setting} {demand}.", innerException)
{
    /// <summary>The setting.</summary>
    public string Setting { get; } = setting;
}
