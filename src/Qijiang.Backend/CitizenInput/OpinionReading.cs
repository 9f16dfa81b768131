using System.Globalization;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Qijiang.Backend.Calendar;
using Qijiang.Backend.Http;
using Qijiang.Backend.PersonalData;
using Qijiang.Backend.Storage;
using Qijiang.Backend.Suggestions;
using Qijiang.Core;
using Qijiang.Core.CitizenInput;
using Qijiang.Core.Congresses;
using Qijiang.Core.Suggestions;

namespace Qijiang.Backend.CitizenInput;

/// <summary>Who may see an opinion, and what is shown of it: to the citizen where it stands, in one sentence.</summary>
public sealed class OpinionReading(OpinionUseCases opinions, SuggestionUseCases suggestions, DataSubjectUseCases subjects, CalendarInForce calendar)
{
    /// <summary>Whether this person, in this office, may see it: staff by their office, a deputy what was handed over, a citizen what is his or her own.</summary>
    public static bool MaySee(History<OpinionEvent> history, Acting acting) => !history.IsEmpty && MaySee(OpinionJson.Opinions.StateOf(history), acting);

    /// <summary>An opinion as this person may see it.</summary>
    public async Task<IResult> GetAsync(OpinionId opinion, Acting acting, CancellationToken cancel)
    {
        var history = await opinions.LoadAsync(acting.Congress.Id, opinion, cancel);
        var state = OpinionJson.Opinions.StateOf(history);
        if (history.IsEmpty || !MaySee(state, acting)) return Problems.Of(new NotFound());

        var happening = history.Events[0].Happening;
        var received = (OpinionEvent.Received)happening.Event;
        var linked = SuggestionsOf(state);
        var isRestricted = !IsOwn(state, acting) && (await subjects.StateAsync(received.From, cancel)).Restricts(acting.Congress.Id, opinion.Value);
        return Results.Ok(new OpinionShown(
            opinion,
            happening.OccurredOn,
            happening.Channel,
            isRestricted ? null : received.Title?.Text,
            isRestricted ? null : received.Words.Text,
            isRestricted ? null : received.Place?.Text,
            KindOf(state),
            linked.ToList(),
            await StandingAsync(acting.Congress, state, linked, cancel),
            history.Version,
            isRestricted));
    }

    private async Task<string> StandingAsync(Congress.Established congress, Opinion state, ValueList<SuggestionId> linked, CancellationToken cancel)
    {
        var states = new List<Suggestion>(linked.Count);
        foreach (var suggestion in linked) states.Add(await suggestions.StateAsync(congress.Id, suggestion, cancel));
        var culture = CultureInfo.CurrentUICulture;
        return StandingTexts.Of(OpinionStanding.Of(state, states)!, culture, await calendar.OfAsync(congress, cancel), body => NameOf(congress, body, culture));
    }

    private static string NameOf(Congress.Established congress, BodyId body, CultureInfo culture) =>
        congress.Find(body)?.Names.In(culture) ?? body.Value;

    // A sealed matter: the citizen's own, and intake's by its duty. The desk sees a kind that is still to be settled, no report of wrongdoing.
    private static bool MaySee(Opinion state, Acting acting) => acting.Office switch
    {
        Office.IntakeClerk => true,
        Office.DeskClerk or Office.DeskHead => KindOf(state) is not OpinionKind.Wrongdoing,
        Office.Deputy => state is Opinion.Open open && open.Deputies.Contains(acting.Person) || IsOwn(state, acting),
        _ => IsOwn(state, acting),
    };

    private static bool IsOwn(Opinion state, Acting acting) => state.Received?.From == acting.Person;

    private static ValueList<SuggestionId> SuggestionsOf(Opinion state) => state switch
    {
        Opinion.Open s => s.Suggestions,
        Opinion.Closed s => s.Suggestions,
        _ => [],
    };

    internal static OpinionKind? KindOf(Opinion state) => state switch
    {
        Opinion.Open => OpinionKind.Suggestion,
        Opinion.SealedReport => OpinionKind.Wrongdoing,
        Opinion.Elsewhere s => s.Kind,
        Opinion.Closed s => s.Kind,
        _ => null,
    };

    /// <summary>An opinion as it is shown.</summary>
    /// <param name="Number">Its number.</param>
    /// <param name="ReceivedOn">When it was received.</param>
    /// <param name="Channel">Through which door.</param>
    /// <param name="Title">What it is about, in the citizen's words.</param>
    /// <param name="Words">What was said; null where it was erased or is restricted.</param>
    /// <param name="Place">Where it is about.</param>
    /// <param name="Kind">What it is in law; null until a person has settled it.</param>
    /// <param name="Suggestions">The suggestions that it has inspired.</param>
    /// <param name="Standing">Where it stands, in one sentence, in the reader's language.</param>
    /// <param name="Version">The version of its record.</param>
    /// <param name="Restricted">Whether its sender asked for erasure: it is stored and protected, and not shown (PI-08).</param>
    public sealed record OpinionShown(
        OpinionId Number, LocalDate ReceivedOn, Channel Channel, string? Title, string? Words, string? Place, OpinionKind? Kind, IReadOnlyList<SuggestionId> Suggestions, string Standing, int Version, bool Restricted);
}
