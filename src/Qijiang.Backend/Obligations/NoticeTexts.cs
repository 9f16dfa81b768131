using System.Globalization;
using System.Resources;
using Qijiang.Core.Congresses;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Obligations;

/// <summary>What a reminder says: to whom, about which matter, what is owed and by when. Kind, and never a citizen's words.</summary>
public static class NoticeTexts
{
    private static readonly ResourceManager _texts = new("Qijiang.Backend.Obligations.Notices", typeof(NoticeTexts).Assembly);

    /// <summary>The text.</summary>
    /// <param name="notice">The reminder.</param>
    /// <param name="congress">Names the bodies.</param>
    /// <param name="culture">The reader's culture; any but English reads Chinese.</param>
    public static string Of(ReminderNotice notice, Congress.Established congress, CultureInfo culture)
    {
        var english = culture.TwoLetterISOLanguageName == "en";
        var when = notice.On < notice.Today ? "overdue" : notice.On == notice.Today ? "today" : "coming";
        return string.Format(
            culture,
            Text(when, culture),
            NameOf(notice.Obligation.OwedBy, congress, culture),
            notice.Obligation.About switch
            {
                Matter.OfSuggestion s => string.Format(culture, Text("suggestion", culture), s.Id),
                Matter.OfOpinion o => string.Format(culture, Text("opinion", culture), o.Id),
                _ => "",
            },
            Text(notice.Obligation.Kind.ToString(), culture),
            notice.On.ToString(english ? "d MMMM uuuu" : "uuuu'年'M'月'd'日'", culture),
            Math.Abs(NodaTime.Period.DaysBetween(notice.On, notice.Today)));
    }

    private static string NameOf(Party party, Congress.Established congress, CultureInfo culture)
    {
        var body = party switch
        {
            Party.OfBody b => congress.Find(b.Body),
            Party.OfKind k => congress.Bodies.FirstOrDefault(b => b.Kind == k.Kind),
            _ => null,
        };
        return body is null ? Text(party is Party.OfPerson ? "deputy" : "desk", culture) : body.Names.In(culture);
    }

    private static string Text(string code, CultureInfo culture) => _texts.GetString(code, culture) ?? code;
}
