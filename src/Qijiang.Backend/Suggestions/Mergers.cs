using Microsoft.Extensions.Logging;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;
using Qijiang.Core.Suggestions;

namespace Qijiang.Backend.Suggestions;

/// <summary>Lets a suggestion take in what was merged into it (并案), so that its reply goes to the other's signatories, too (SUG-11).</summary>
public sealed class Mergers(SuggestionUseCases suggestions, CongressDirectory congresses, ILogger<Mergers> log) : IOnChange
{
    /// <inheritdoc/>
    public async Task StreamChangedAsync(StreamId stream, CancellationToken cancel)
    {
        if (stream.Kind != SuggestionJson.Suggestions.Name) return;
        var id = new SuggestionId(stream.Id);
        var history = await suggestions.LoadAsync(stream.Congress, id, cancel);
        if (SuggestionJson.Suggestions.StateOf(history) is not Suggestion.Merged merged) return;
        if (await congresses.FindAsync(stream.Congress, cancel) is not { } congress) return;

        var on = history.Events.Last(e => e.Happening.Event is SuggestionEvent.MergedInto).Happening.OccurredOn;
        var stamp = $"take-in|{id}|{merged.Into}";
        var act = new Act(new CommandStamp(stamp, stamp), Actor.Qijiang, on, Channel.System);
        var command = new SuggestionCommand.TakeIn(new(id, merged.Signatories)) { By = act.By, OccurredOn = on };
        // The target was open when the merger was decided. Where it was answered or ended in between, the desk has to tell the signatories itself.
        if (await suggestions.RunAsync(congress, merged.Into, act, command, cancel) is Ran<Suggestion>.Refused { Refusal: var refusal })
            log.LogError("{Suggestion} was merged into {Into}, which can't take it in: {Code}", id, merged.Into, refusal.Code);
    }
}
