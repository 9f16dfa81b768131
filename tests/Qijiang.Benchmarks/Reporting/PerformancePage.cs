namespace Qijiang.Benchmarks.Reporting;

/// <summary>docs/performance.md: what was measured stands between markers, each part between its own; the rest is written by people.</summary>
internal static class PerformancePage
{
    private static readonly string _page = Path.Combine(Repository.Root, "docs", "performance.md");

    /// <summary>Replaces what is between the markers of a part.</summary>
    /// <exception cref="InvalidOperationException">The page has no such markers.</exception>
    public static async Task WriteAsync(string part, string measured)
    {
        var (begin, end) = ($"<!-- {part}: measured -->\n", $"<!-- {part}: end -->");
        var text = await File.ReadAllTextAsync(_page);
        var from = text.IndexOf(begin, StringComparison.Ordinal);
        var to = text.IndexOf(end, StringComparison.Ordinal);
        if (from < 0 || to < from)
            throw new InvalidOperationException($"docs/performance.md has no markers of '{part}'.");
        await File.WriteAllTextAsync(_page, $"{text[..(from + begin.Length)]}{measured}\n{text[to..]}");
    }
}
