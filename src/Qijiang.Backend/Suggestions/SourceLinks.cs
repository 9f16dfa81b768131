using Qijiang.Backend.CitizenInput;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;
using Qijiang.Core.CitizenInput;
using Qijiang.Core.Congresses;
using Qijiang.Core.Suggestions;

namespace Qijiang.Backend.Suggestions;

/// <summary>Tells each opinion that a suggestion names as its source which suggestion came of it, so that the citizen can be told.</summary>
public sealed class SourceLinks(SuggestionUseCases suggestions, OpinionUseCases opinions, CongressDirectory congresses) : IOnChange
{
    /// <inheritdoc/>
    public async Task StreamChangedAsync(StreamId stream, CancellationToken cancel)
    {
        if (stream.Kind != SuggestionJson.Suggestions.Name || await congresses.FindAsync(stream.Congress, cancel) is not { } congress) return;
        var id = new SuggestionId(stream.Id);
        var history = await suggestions.LoadAsync(stream.Congress, id, cancel);
        if (history.Events is not [{ Happening: { Event: SuggestionEvent.Submitted submitted } happening }, ..]) return;
        foreach (var source in submitted.Sources)
        {
            var stamp = $"link|{id}|{source}";
            var act = new Act(new CommandStamp(stamp, stamp), Actor.Qijiang, happening.OccurredOn, Channel.System);
            // A source that was settled as another kind meanwhile stays unlinked; the suggestion keeps naming it.
            await opinions.RunAsync(congress, source, act, new OpinionCommand.LinkSuggestion(id) { By = act.By, OccurredOn = act.OccurredOn }, cancel);
        }
    }
}
