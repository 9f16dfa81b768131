using Qijiang.Backend.Calendar;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Storage;
using Qijiang.Core;
using Qijiang.Core.Congresses;
using Qijiang.Core.Suggestions;

namespace Qijiang.Backend.Suggestions;

/// <summary>Runs commands on suggestions, under the rules of their congress on the day of the act.</summary>
public sealed class SuggestionUseCases(EventStore store, StreamRunner runner, RuleSets rules, CalendarInForce calendar)
{
    /// <summary>The id of a suggestion submitted by this command.</summary>
    public static SuggestionId NumberOf(CommandStamp command) => new(PublicNumber.Of("JY", command.Id));

    /// <summary>Runs a command.</summary>
    /// <param name="congress">The congress.</param>
    /// <param name="id">The suggestion.</param>
    /// <param name="act">The act behind the command.</param>
    /// <param name="command">The command.</param>
    /// <param name="cancel">Stops waiting; it may be recorded none the less.</param>
    /// <param name="guard">Refuses before anything is decided: what somebody may not see is not there.</param>
    public async Task<Ran<Suggestion>> RunAsync(Congress.Established congress, SuggestionId id, Act act, SuggestionCommand command, CancellationToken cancel, Func<History<SuggestionEvent>, ValueTask<Refusal?>>? guard = null)
    {
        var ofTheDay = new SuggestionRules(rules.Of(congress), congress.Level, act.OccurredOn, await calendar.OfAsync(congress, cancel));
        return await runner.RunAsync(SuggestionJson.Suggestions, StreamOf(congress.Id, id), act, state => SuggestionDecider.Decide(command, state, ofTheDay), cancel, guard: guard);
    }

    /// <summary>All that has happened to a suggestion.</summary>
    public Task<History<SuggestionEvent>> LoadAsync(CongressId congress, SuggestionId id, CancellationToken cancel) =>
        store.LoadAsync(SuggestionJson.Suggestions, StreamOf(congress, id), cancel);

    /// <summary>How a suggestion stands.</summary>
    public async Task<Suggestion> StateAsync(CongressId congress, SuggestionId id, CancellationToken cancel) =>
        SuggestionJson.Suggestions.StateOf(await LoadAsync(congress, id, cancel));

    internal static StreamId StreamOf(CongressId congress, SuggestionId id) => new(congress, SuggestionJson.Suggestions.Name, id.Value);
}
