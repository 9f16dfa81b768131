using Qijiang.Core;

namespace Qijiang.Backend.Http;

/// <summary>How long texts may be, in UTF-16 code units. A longer one is refused by its field; nothing is ever cut.</summary>
public static class TextLimits
{
    /// <summary>A name, a place, a title.</summary>
    public const int Line = 200;

    /// <summary>A citizen's words, a suggestion, a reply.</summary>
    public const int Body = 20_000;

    /// <summary>The refusal of the first text that is missing or too long; null where all are well.</summary>
    /// <param name="texts">Each field with its text, its limit and whether it has to be there.</param>
    public static Refusal? Check(params ReadOnlySpan<(string Field, string? Text, int Max, bool Needed)> texts)
    {
        foreach (var (field, text, max, needed) in texts)
        {
            if (needed && string.IsNullOrWhiteSpace(text)) return new FieldMissing(field);
            if (text?.Length > max) return new FieldMalformed(field);
        }

        return null;
    }
}
