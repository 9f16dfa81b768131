using Qijiang.Backend.CitizenInput;
using Qijiang.Backend.Storage;
using Qijiang.Backend.Suggestions;
using Qijiang.Core.Congresses;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Obligations;

/// <summary>What is owed in a stream as it stands now, whichever capability it is of.</summary>
public sealed class Duties(IEnumerable<IDutySource> sources)
{
    private static readonly OwedIn _nothing = new([]);
    private readonly Dictionary<string, IDutySource> _sources = sources.ToDictionary(source => source.Kind, StringComparer.Ordinal);

    /// <summary>What is open in a stream; nothing where no capability owes anything there.</summary>
    public async Task<OwedIn> OfAsync(StreamId stream, CancellationToken cancel) =>
        _sources.TryGetValue(stream.Kind, out var source) ? await source.OfAsync(stream, cancel) : _nothing;

    /// <summary>The stream of what an obligation is about.</summary>
    public static StreamId StreamOf(CongressId congress, Matter about) => about switch
    {
        Matter.OfSuggestion { Id: var id } => SuggestionUseCases.StreamOf(congress, id),
        Matter.OfOpinion { Id: var id } => OpinionUseCases.StreamOf(congress, id),
        Matter.Other { Capability: var kind, Id: var id } => new(congress, kind, id),
        _ => throw new ArgumentOutOfRangeException(nameof(about)),
    };
}
