using System.Text.Json;
using Qijiang.Backend.Obligations;
using Qijiang.Backend.ReadModels;
using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;
using Qijiang.Core.Obligations;
using Qijiang.Core.Suggestions;

namespace Qijiang.Backend.Suggestions;

/// <summary>In which lists a suggestion appears.</summary>
public sealed class SuggestionView(SuggestionUseCases suggestions, DueEntries due) : IListView
{
    /// <summary>Every suggestion of the congress.</summary>
    public const string All = "suggestions|all";

    /// <summary>What waits for the desk: to be received, assigned, decided.</summary>
    public const string Desk = "suggestions|desk";

    /// <summary>Those that the desk has registered: what every deputy may see.</summary>
    public const string Registered = "suggestions|registered";

    /// <summary>What a coordinating office has to pass on to agencies.</summary>
    public static string Coordinating(BodyId office) => $"suggestions|coordinating|{office.Value}";

    /// <summary>Those in which an agency has a part.</summary>
    public static string OfAgency(BodyId agency) => $"suggestions|agency|{agency.Value}";

    /// <summary>Those that a deputy leads.</summary>
    public static string OfLead(PersonId deputy) => $"suggestions|lead|{deputy.Value}";

    /// <inheritdoc/>
    public string Kind => SuggestionJson.Suggestions.Name;

    /// <inheritdoc/>
    public async Task<(int Version, IReadOnlyList<ListEntry> Entries)> EntriesAsync(StreamId stream, CancellationToken cancel)
    {
        var history = await suggestions.LoadAsync(stream.Congress, new SuggestionId(stream.Id), cancel);
        if (history.Events is not [{ Happening: { Event: SuggestionEvent.Submitted first } submitted }, ..]) return (history.Version, []);

        var state = SuggestionJson.Suggestions.StateOf(history);
        IReadOnlyList<BodyId> agencies = state is Suggestion.InHand s ? [.. s.Handlings.Select(h => h.Agency)] : [];
        var number = history.Events.Select(e => e.Happening.Event).OfType<SuggestionEvent.Received>().LastOrDefault()?.Number;
        var row = new SuggestionRow(new SuggestionId(stream.Id), number, first.Lead, submitted.OccurredOn, state.GetType().Name, agencies);
        var data = JsonSerializer.SerializeToUtf8Bytes(row, SuggestionJson.Stored.SuggestionRow);
        var key = $"{submitted.OccurredOn:uuuuMMdd}|{stream.Id}";

        var questions = new List<string> { All, OfLead(first.Lead) };
        if (IsBeforeDesk(state)) questions.Add(Desk);
        if (number is not null) questions.Add(Registered);
        if (state is Suggestion.WithCoordinatingOffice { To: var office }) questions.Add(Coordinating(office));
        questions.AddRange(agencies.Select(OfAgency));
        return (history.Version, [.. questions.Select(q => new ListEntry(q, key, data)), .. await due.OfAsync(stream, SuggestionObligations.Of(state), cancel)]);
    }

    private static bool IsBeforeDesk(Suggestion state) => state switch
    {
        Suggestion.Submitted or Suggestion.AwaitingAssignment => true,
        Suggestion.InHand s => s.Handlings.Any(h =>
            h.Stage is Stage.ReturnAsked or Stage.BeforeDesk or Stage.BeforeMeeting || h.Commitments.Any(c => c.Delivery is Delivery.Lapsed or Delivery.BeforeMeeting)),
        _ => false,
    };
}
