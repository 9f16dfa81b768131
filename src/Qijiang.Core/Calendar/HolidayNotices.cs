using System.Collections.Immutable;
using Qijiang.Core.Law;

namespace Qijiang.Core.Calendar;

/// <summary>Reading holiday notices: those that come with this library, and those that are imported when they are issued.</summary>
public static class HolidayNotices
{
    /// <summary>The notices for 2007 to 2026 with their amendments, in the order in which they became known.</summary>
    public static ImmutableArray<HolidayNotice> Embedded { get; } = ReadEmbedded();

    /// <summary>Reads a notice.</summary>
    /// <param name="file">What messages call it.</param>
    /// <param name="json">The text of its file.</param>
    /// <exception cref="HolidayNoticeException">
    /// Something is wrong: a field is missing or unknown, the number of days does not fit the range, work is made up on a weekday,
    /// a day is both off and made up. Everything that is wrong is named.
    /// </exception>
    public static HolidayNotice Read(string file, string json)
    {
        var findings = new List<DataFinding>();
        var notice = new HolidayNoticeReader(file, findings).Read(json);
        return findings.Count == 0 && notice is not null ? notice : throw new HolidayNoticeException([.. findings]);
    }

    private static ImmutableArray<HolidayNotice> ReadEmbedded()
    {
        var assembly = typeof(HolidayNotices).Assembly;
        var folder = $"{typeof(HolidayNotices).Namespace}.notices.";
        return [.. assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return Read(name[folder.Length..], reader.ReadToEnd());
        }).OrderBy(notice => notice.KnownFrom)];
    }
}
