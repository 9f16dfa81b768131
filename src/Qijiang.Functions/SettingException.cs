namespace Qijiang.Functions;

/// <summary>A setting is missing or malformed. Names the setting, never its value.</summary>
/// <param name="setting">The setting, as the configuration names it.</param>
/// <param name="demand">What it must be.</param>
public sealed class SettingException(string setting, string demand) : Exception($"{setting} {demand}.")
{
    /// <summary>The setting.</summary>
    public string Setting { get; } = setting;
}
