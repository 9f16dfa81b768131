using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Qijiang.Core.Law;

namespace Qijiang.Core.Calendar;

/// <summary>Days off by the decree itself (全国年节及纪念日放假办法), for years whose notice is not known (CAL-11). From this library's own file.</summary>
internal static class StatutoryDays
{
    private static readonly ImmutableArray<Version> _versions = Read();

    /// <summary>The days of a year by the decree then in force, swaps not guessed (CAL-10); none before the first decree that was read.</summary>
    public static IEnumerable<(LocalDate Day, Bilingual Holiday, Citation Source)> Of(int year) =>
        from version in _versions.Where(version => version.From.Year <= year).TakeLast(1)
        from holiday in version.Days
        from day in holiday.On
        select (Day(day, year), holiday.Holiday, version.Source);

    private static LocalDate Day(string on, int year) => on.Split(' ') switch
    {
        ["qingming"] => ChineseDates.Qingming(year),
        ["lunar", "eve"] => ChineseDates.Eve(year),
        ["lunar", var day] => AnnualDatePattern.Iso.Parse(day).Value is var of ? ChineseDates.Lunar(year, of.Month, of.Day) : default,
        _ => AnnualDatePattern.Iso.Parse(on).Value.InYear(year),
    };

    private static ImmutableArray<Version> Read()
    {
        using var stream = typeof(StatutoryDays).Assembly.GetManifestResourceStream($"{typeof(StatutoryDays).Namespace}.statutory-days.json")!;
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.GetProperty("versions").EnumerateArray().Select(version => new Version(
            LocalDatePattern.Iso.Parse(Text(version, "from")).Value,
            new(Text(version.GetProperty("source"), "law"), version.GetProperty("source").TryGetProperty("article", out var article) ? article.GetString() : null),
            [.. version.GetProperty("days").EnumerateArray().Select(day => (
                new Bilingual(Text(day.GetProperty("holiday"), "zh"), Text(day.GetProperty("holiday"), "en")),
                day.GetProperty("on").EnumerateArray().Select(on => on.GetString()!).ToImmutableArray()))]))];

        static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
    }

    private sealed record Version(LocalDate From, Citation Source, ImmutableArray<(Bilingual Holiday, ImmutableArray<string> On)> Days);
}
