namespace Qijiang.Core.Suggestions;

/// <summary>Tells a deputy's own words from a copy of a citizen's (SUG-04): spaces, punctuation and case don't make a text one's own.</summary>
internal static class OwnWords
{
    /// <summary>Whether a text is a source's words, or holds them whole where they are long enough to be no chance.</summary>
    /// <param name="text">The deputy's text.</param>
    /// <param name="source">The citizen's words.</param>
    /// <param name="copyFrom">From how many characters on words found whole are a copy.</param>
    public static bool Copies(string text, string source, int copyFrom)
    {
        var (own, theirs) = (Bare(text), Bare(source));
        return theirs.Length > 0 && (own == theirs || (theirs.Length >= copyFrom && own.Contains(theirs, StringComparison.Ordinal)));
    }

    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
