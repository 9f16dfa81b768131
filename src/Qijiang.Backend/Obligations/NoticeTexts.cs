using System.Globalization;
using System.Resources;
using NodaTime;
using Qijiang.Core.Congresses;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Obligations;

/// <summary>What a reminder says: to whom, about which matter, what is owed and by when. Kind, and never a citizen's words.</summary>
public static class NoticeTexts
{
    private static readonly ResourceManager _texts = new("Qijiang.Backend.Obligations.Notices", typeof(NoticeTexts).Assembly);

    /// <summary>The text of one reminder.</summary>
    /// <param name="notice">The reminder.</param>
    /// <param name="congress">Names the bodies.</param>
    /// <param name="policy">Names the tiers of supervision.</param>
    /// <param name="culture">The reader's culture; any but English reads Chinese.</param>
    public static string Of(ReminderNotice notice, Congress.Established congress, ReminderPolicy policy, CultureInfo culture)
    {
        var when = notice.MovedFrom is not null ? ReminderPlan.Moved : notice.On < notice.Today ? "overdue" : notice.On == notice.Today ? "today" : "coming";
        var text = string.Format(
            culture,
            _texts.GetString($"{when}.{notice.Obligation.Kind}", culture) ?? Text(when, culture),
            NameOf(notice.Obligation.OwedBy, congress, culture),
            notice.Obligation.About switch
            {
                Matter.OfSuggestion s => string.Format(culture, Text("suggestion", culture), s.Id),
                Matter.OfOpinion o => string.Format(culture, Text("opinion", culture), o.Id),
                Matter.Other m => string.Format(culture, Text("matter", culture), m.Id),
                _ => "",
            },
            Text(notice.Obligation.Kind.ToString(), culture),
            DayOf(notice.On, culture),
            Math.Abs(Period.DaysBetween(notice.On, notice.Today)),
            notice.MovedFrom is { } from ? DayOf(from, culture) : "");
        return policy.Tiers.FirstOrDefault(tier => tier.Key == notice.Tier) is { } tier
            ? string.Format(culture, Text("tier", culture), tier.Name.In(culture), text)
            : text;
    }

    /// <summary>The text of several to one recipient, line by line.</summary>
    /// <param name="notices">The reminders.</param>
    /// <param name="to">The recipient.</param>
    /// <param name="day">The day.</param>
    /// <param name="congress">Names the bodies.</param>
    /// <param name="policy">Names the tiers of supervision.</param>
    /// <param name="culture">The reader's culture; any but English reads Chinese.</param>
    public static string OfSeveral(IReadOnlyList<ReminderNotice> notices, Recipient to, LocalDate day, Congress.Established congress, ReminderPolicy policy, CultureInfo culture)
    {
        var name = to.Body is { } body && congress.Find(body) is { } found ? found.Names.In(culture) : Text(to.Person is null ? to.To.ToString() : "deputy", culture);
        return string.Join('\n', [
            string.Format(culture, Text("several", culture), name, DayOf(day, culture), notices.Count),
            .. notices.Select((notice, index) => $"{index + 1}. {Of(notice, congress, policy, culture)}")]);
    }

    private static string DayOf(LocalDate day, CultureInfo culture) => day.ToString(culture.TwoLetterISOLanguageName == "en" ? "d MMMM uuuu" : "uuuu'年'M'月'd'日'", culture);

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
