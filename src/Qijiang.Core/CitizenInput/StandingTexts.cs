using System.Globalization;
using System.Resources;
using NodaTime;
using NodaTime.Text;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;

namespace Qijiang.Core.CitizenInput;

/// <summary>Says where a matter stands in plain words, Chinese first, English as the second culture. The texts stand in <c>Standings.resx</c>.</summary>
public static class StandingTexts
{
    private static readonly ResourceManager _texts = new("Qijiang.Core.CitizenInput.Standings", typeof(StandingTexts).Assembly);

    /// <summary>The sentence.</summary>
    /// <param name="standing">What it says.</param>
    /// <param name="culture">The reader's culture; any but English reads Chinese.</param>
    /// <param name="calendar">The calendar in force; a due date is asked of it.</param>
    /// <param name="name">The name of an agency in that culture.</param>
    public static string Of(Standing standing, CultureInfo culture, WorkingCalendar calendar, Func<BodyId, string> name) => Text(standing.Code, culture)
        .Replace("{what}", standing.Title?.Text is { } title ? Text("what.titled", culture).Replace("{title}", title, StringComparison.Ordinal) : Text("what.untitled", culture), StringComparison.Ordinal)
        .Replace("{agency}", standing.Agency is { } agency ? name(agency) : Text("agencies", culture), StringComparison.Ordinal)
        .Replace("{due}", standing.Owed is { } owed ? Date(calendar.DueOf(owed).On, culture) : "", StringComparison.Ordinal)
        .Replace("{on}", standing.On is { } on ? Date(on, culture) : "", StringComparison.Ordinal);

    private static string Text(string code, CultureInfo culture) => _texts.GetString(code, culture) ?? code;

    private static string Date(LocalDate date, CultureInfo culture) => LocalDatePattern.Create(Text("date", culture), CultureInfo.InvariantCulture).Format(date);
}
