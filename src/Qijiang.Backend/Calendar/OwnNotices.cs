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
    /// <param name="value">The setting's value; null or empty: none.</param>
    /// <exception cref="SettingException">There is no such folder, a file is no notice, or does not fit in; everything that is wrong is named by file, entry and field.</exception>
    public static OwnNotices Read(string? value)
    {
        if (SettingFolder.Find(Setting, value) is not { } folder) return new(HolidayNotices.Embedded);
        var findings = new List<DataFinding>();
        try
        {
            var notices = HolidayNotices.Embedded;
            foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
            {
                // A file may still lie there when the same notice comes with the software.
                if (Read(file, findings) is { } notice && !notices.Contains(notice)) notices = notices.Add(notice);
            }

            if (findings.Count == 0) return new(WorkingCalendar.Of(notices).Notices);
        }
        catch (HolidayNoticeException e)
        {
            findings.AddRange(e.Findings);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingException(Setting, $"must hold files that can be read: {e.Message}", e);
        }

        throw new SettingException(Setting, $"must hold holiday notices that can be used:\n{string.Join('\n', findings)}");
    }

    private static HolidayNotice? Read(string file, List<DataFinding> findings)
    {
        try
        {
            return HolidayNotices.Read(Path.GetFileName(file), File.ReadAllText(file));
        }
        catch (HolidayNoticeException e)
        {
            findings.AddRange(e.Findings);
            return null;
        }
    }
}
