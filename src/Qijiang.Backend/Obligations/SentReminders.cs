using System.Text.Json;
using Qijiang.Backend.ReadModels;
using Qijiang.Core.Congresses;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Obligations;

/// <summary>Lists the reminders that went out, each for those who were told, or watch over the matter. By day.</summary>
public sealed class SentReminders(Lists lists, FirstDays firstDays, ReminderPolicies policies)
{
    /// <summary>About suggestions: the desk watches over all of them.</summary>
    public const string Suggestions = "reminders|suggestions";

    /// <summary>Those that the coordinating office was told.</summary>
    public const string Coordinating = "reminders|coordinating";

    /// <summary>About citizens' opinions, reports of wrongdoing left out.</summary>
    public const string Opinions = "reminders|opinions";

    /// <summary>About reports of wrongdoing: for those alone who may see them.</summary>
    public const string Sealed = "reminders|sealed";

    /// <summary>Lists a reminder. Again changes nothing.</summary>
    /// <param name="notice">The reminder.</param>
    /// <param name="congress">Says what kind of body was told.</param>
    /// <param name="isSealed">Whether it is about a report of wrongdoing.</param>
    /// <param name="cancel">Stops; it is not everywhere then.</param>
    public async Task PutAsync(ReminderNotice notice, Congress.Established congress, bool isSealed, CancellationToken cancel)
    {
        var policy = policies.Of(congress);
        var what = $"{notice.Obligation.Id}|{notice.Step}|{notice.To}|{notice.On:uuuuMMdd}";
        notice = notice with { Today = await firstDays.OfAsync(notice.Congress, "reminders", what, notice.Today, cancel) };
        var row = new ReminderRow(
            notice.Today, notice.Obligation.Id, notice.Obligation.Kind, notice.Step, notice.To, NoticeTexts.Of(notice, congress, policy, Languages.Chinese), NoticeTexts.Of(notice, congress, policy, Languages.English));
        var key = $"{notice.Today:uuuuMMdd}|{what}";
        var data = JsonSerializer.SerializeToUtf8Bytes(row, ObligationJson.Stored.ReminderRow);
        foreach (var question in QuestionsOf(notice, congress, isSealed)) await lists.PutAsync(notice.Congress, question, key, data, cancel);
    }

    /// <summary>The lists of a reminder.</summary>
    /// <param name="notice">The reminder.</param>
    /// <param name="congress">Says what kind of body was told.</param>
    /// <param name="isSealed">Whether it is about a report of wrongdoing.</param>
    public static IReadOnlyList<string> QuestionsOf(ReminderNotice notice, Congress.Established congress, bool isSealed) => notice.Obligation.About switch
    {
        Matter.OfOpinion => [isSealed ? Sealed : Opinions],
        _ when IsToCoordinatingOffice(notice, congress) => [Suggestions, Coordinating],
        _ => [Suggestions],
    };

    private static bool IsToCoordinatingOffice(ReminderNotice notice, Congress.Established congress) => notice.To switch
    {
        Audience.CoordinatingOffice => true,
        Audience.Owing => notice.Obligation.OwedBy is Party.OfBody { Body: var body } && congress.Find(body)?.Kind is BodyKind.CoordinatingOffice,
        _ => false,
    };
}
