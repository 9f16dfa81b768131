using System.Globalization;
using System.Resources;
using NodaTime;
using NodaTime.Text;
using Qijiang.Core;
using Qijiang.Core.Calendar;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Calendar;

/// <summary>Says why a last day has moved, or has become firm or provisional again: from when to when, by which notice, and how it was found. The texts stand in <c>Moves.resx</c>.</summary>
internal static class MoveTexts
{
    private static readonly ResourceManager _texts = new("Qijiang.Backend.Calendar.Moves", typeof(MoveTexts).Assembly);

    /// <summary>The row of the report.</summary>
    public static MoveRow Row(CalendarChange change, OpenObligation obligation, Deadline before, Deadline after)
    {
        var what = before.On != after.On ? "moved" : after.Provisional ? "provisional" : "firm";
        var cited = change.Notices.Select(notice => notice.Cited).ToValueList();
        return new(
            change.MovedOn, obligation.Id, obligation.Kind, obligation.OwedBy, obligation.About, before.On, after.On, after.Provisional, cited, Text(Languages.Chinese), Text(Languages.English));

        string Text(CultureInfo culture) =>
            string.Format(culture, Said(what, culture), Date(before.On, culture), Date(after.On, culture), string.Join(Said("and", culture), cited)) + "\n" + after.Explain(culture);
    }

    private static string Date(LocalDate date, CultureInfo culture) => LocalDatePattern.Create(Said("date", culture), CultureInfo.InvariantCulture).Format(date);

    private static string Said(string code, CultureInfo culture) => _texts.GetString(code, culture)!;
}
