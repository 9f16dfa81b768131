namespace Qijiang.Core;

/// <summary>What all text ids have in common.</summary>
public static class TextId
{
    /// <summary>The longest id, in characters.</summary>
    public const int MaxLength = 100;

    /// <summary>Whether a text can be an id: 1 to <see cref="MaxLength"/> characters of a–z, A–Z, 0–9, '-', '_', '.' or ':'.</summary>
    /// <param name="text">The text to look at.</param>
    public static bool IsWellFormed(string? text) =>
        text is { Length: > 0 and <= MaxLength } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':');
}
