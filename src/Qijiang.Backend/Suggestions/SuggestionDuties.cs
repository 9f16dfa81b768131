using Qijiang.Backend.Obligations;
using Qijiang.Backend.Storage;
using Qijiang.Core.Obligations;
using Qijiang.Core.Suggestions;

namespace Qijiang.Backend.Suggestions;

/// <summary>What is owed in suggestions.</summary>
public sealed class SuggestionDuties(SuggestionUseCases suggestions) : IDutySource
{
    /// <inheritdoc/>
    public string Kind => SuggestionJson.Suggestions.Name;

    /// <inheritdoc/>
    public async Task<OwedIn> OfAsync(StreamId stream, CancellationToken cancel) =>
        new(SuggestionObligations.Of(await suggestions.StateAsync(stream.Congress, new SuggestionId(stream.Id), cancel)));
}
