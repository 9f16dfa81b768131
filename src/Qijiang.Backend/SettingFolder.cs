namespace Qijiang.Backend;

/// <summary>A folder that a setting names.</summary>
internal static class SettingFolder
{
    /// <summary>The folder; null where the setting is missing or empty.</summary>
    /// <exception cref="SettingException">There is no such folder.</exception>
    public static string? Find(string setting, string? value) =>
        string.IsNullOrEmpty(value) ? null : Directory.Exists(value) ? value : throw new SettingException(setting, $"must be a folder that is there, not '{value}'");
}
