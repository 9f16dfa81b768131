using System.Collections.Immutable;
using Qijiang.Core.Calendar;
using Qijiang.Core.Law;

namespace Qijiang.Backend.Calendar;

/// <summary>The holiday notices that this process brings along: those that come with the software, and those of a folder that the configuration names.</summary>
/// <param name="Notices">The notices; they fit together.</param>
public sealed record OwnNotices(ImmutableArray<HolidayNotice> Notices)
{
    /// <summary>The setting: a folder with notices as <c>*.json</c>.</summary>
    public const string Setting = "Calendar:Folder";

    /// <summary>Reads the folder.</summary>
    /// <param name="folder">The setting's value; null or empty: none.</param>
    /// <exception cref="HolidayNoticeException">A file is no notice, or does not fit in; everything that is wrong is named by file, entry and field.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static OwnNotices Read(string? folder)
    {
        if (string.IsNullOrEmpty(folder)) return new(HolidayNotices.Embedded);
        var findings = new List<DataFinding>();
        var notices = HolidayNotices.Embedded.ToList();
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            try
            {
                var notice = HolidayNotices.Read(Path.GetFileName(file), File.ReadAllText(file));
                // A file may still lie there when the same notice comes with the software.
                if (!notices.Contains(notice)) notices.Add(notice);
            }
            catch (HolidayNoticeException e)
            {
                findings.AddRange(e.Findings);
            }
        }

        return findings.Count > 0 ? throw new HolidayNoticeException([.. findings]) : new(WorkingCalendar.Of([.. notices]).Notices);
    }
}
