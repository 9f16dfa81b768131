using Qijiang.Backend.CitizenInput;
using Qijiang.Backend.Storage;
using Qijiang.Backend.Suggestions;
using Qijiang.Core;
using Qijiang.Core.CitizenInput;
using Qijiang.Core.Obligations;
using Qijiang.Core.Suggestions;

namespace Qijiang.Backend.Obligations;

/// <summary>What is owed in a stream as it stands now, whichever capability it is of.</summary>
public sealed class Duties(SuggestionUseCases suggestions, OpinionUseCases opinions)
{
    /// <summary>The open obligations.</summary>
    public async Task<ValueList<OpenObligation>> OfAsync(StreamId stream, CancellationToken cancel)
    {
        if (stream.Kind == SuggestionJson.Suggestions.Name)
            return SuggestionObligations.Of(await suggestions.StateAsync(stream.Congress, new SuggestionId(stream.Id), cancel));
        if (stream.Kind == OpinionJson.Opinions.Name)
        {
            var history = await opinions.LoadAsync(stream.Congress, new OpinionId(stream.Id), cancel);
            return OpinionObligations.Of(OpinionJson.Opinions.StateOf(history));
        }

        return [];
    }
}
