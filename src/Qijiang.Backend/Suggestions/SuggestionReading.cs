using Microsoft.AspNetCore.Http;
using Qijiang.Backend.Calendar;
using Qijiang.Backend.Http;
using Qijiang.Backend.Storage;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Suggestions;

namespace Qijiang.Backend.Suggestions;

/// <summary>Who may see a suggestion, and how it is shown: its words, where each agency stands, and each deadline explained.</summary>
public sealed class SuggestionReading(SuggestionUseCases suggestions, CalendarInForce calendar)
{
    /// <summary>Whether this person, in this office, may see it: an agency only what it has or had a part in, a deputy what is registered or signed.</summary>
    public static bool MaySee(History<SuggestionEvent> history, Acting acting) => MaySee([.. history.Events.Select(e => e.Happening.Event)], acting);

    /// <summary>A suggestion, as this person may see it.</summary>
    public async Task<IResult> GetAsync(SuggestionId suggestion, Acting acting, CancellationToken cancel)
    {
        var history = await suggestions.LoadAsync(acting.Congress.Id, suggestion, cancel);
        var events = history.Events.Select(e => e.Happening.Event).ToList();
        if (!MaySee(events, acting)) return Problems.Of(new NotFound());

        var submitted = (SuggestionEvent.Submitted)events[0];
        return Results.Ok(new SuggestionShown(
            Brief(acting.Congress, await calendar.OfAsync(acting.Congress, cancel), suggestion, SuggestionDecider.Instance.Fold(events), history.Version),
            submitted.Title.Text,
            submitted.Text.Text,
            submitted.Lead,
            submitted.Sources.ToList(),
            [.. history.Events.Select(e => e.Happening).Select(h => new StepShown(h.OccurredOn, h.RecordedAt, h.By.Office, h.By.Body, h.By.OnBehalfOf, h.Channel, h.Event.GetType().Name))],
            [.. events.OfType<SuggestionEvent.ReplyGiven>().Select(r => new ReplyShown(r.Agency, r.Class, r.Text.Text))]));
    }

    /// <summary>Shows where a suggestion stands after a command.</summary>
    public async Task<Func<Ran<Suggestion>.Done, SuggestionBrief>> BriefingAsync(Congress.Established congress, SuggestionId id, CancellationToken cancel)
    {
        var inForce = await calendar.OfAsync(congress, cancel);
        return done => Brief(congress, inForce, id, done.State, done.Version);
    }

    private static SuggestionBrief Brief(Congress.Established congress, WorkingCalendar inForce, SuggestionId id, Suggestion state, int version) => new(
        id,
        version,
        state.GetType().Name,
        state switch
        {
            Suggestion.AwaitingAssignment s => s.Dossier.Number,
            Suggestion.WithCoordinatingOffice s => s.Dossier.Number,
            Suggestion.InHand s => s.Dossier.Number,
            _ => null,
        },
        state is Suggestion.AwaitingAssignment { Owed: { } owed } ? DeadlineShown.Of(inForce, owed) : null,
        state switch
        {
            Suggestion.WithCoordinatingOffice s => s.Decision.On,
            Suggestion.InHand s => s.FirstAssigned.On,
            _ => null,
        },
        state is Suggestion.InHand inHand ? [.. inHand.Handlings.Select(h => Show(congress, inForce, h))] : []);

    private static HandlingShown Show(Congress.Established congress, WorkingCalendar inForce, Handling handling) => new(
        handling.Agency,
        congress.Find(handling.Agency)?.Names,
        handling.Role,
        handling.AssignedBy.DocumentNumber,
        handling.AssignedBy.On,
        handling.FirstAssignedOn,
        handling.Stage.GetType().Name,
        OwedIn(handling.Stage) is { } owed ? DeadlineShown.Of(inForce, owed) : null,
        handling.Stage is Stage.Replying { ReturnWithin: { } within } ? DeadlineShown.Of(inForce, within) : null,
        handling.ContactWithin is { } contact && handling.Contacts.Count == 0 ? DeadlineShown.Of(inForce, contact) : null,
        [.. handling.Contacts],
        [.. handling.Commitments.Select(c => new CommitmentShown(c.Id, c.PromisedOn, c.PromisedFor, c.Delivery.GetType().Name))],
        handling.Stage.Graded?.Grade)
    {
        Suspensions = handling.Stage is Stage.Replying { Pauses: var pauses }
            ? [.. pauses.Select(p => new PauseShown(p.From, p.To, p.Reasons.Text, p.Decision.Body, p.Decision.DocumentNumber, p.Decision.Signatory, p.Decision.On))]
            : [],
    };

    private static StatutoryPeriod? OwedIn(Stage stage) => stage switch
    {
        Stage.Replying s => s.Owed,
        Stage.ReturnAsked s => s.DecideWithin,
        Stage.Evaluating s => s.Owed,
        _ => null,
    };

    private static bool MaySee(List<SuggestionEvent> events, Acting acting) => events is [SuggestionEvent.Submitted submitted, ..] && acting.Office switch
    {
        Office.Deputy => submitted.Lead == acting.Person || submitted.AskedToCoSign.Contains(acting.Person) || events.OfType<SuggestionEvent.Received>().Any(),
        Office.AgencyClerk or Office.AgencyPrincipal => events.OfType<SuggestionEvent.OfHandling>().Any(e => e.Agency == acting.Body),
        Office.CoordinatingClerk => events.OfType<SuggestionEvent.Assigned>().Any(e => e.To == acting.Body),
        _ => true,
    };
}
