using System.Text.Json;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.ReadModels;

/// <summary>
/// Keeps the lists: whenever a stream has changed, it is read anew and its rows are put where they belong now. A place is
/// claimed in the stream's summary before a row is written there, so that a crash leaves no row that nobody knows of.
/// Between two lists a reader may see a row in both for a moment, never in neither.
/// </summary>
public sealed class Projector(IRowStore rows, IEnumerable<IListView> views) : IOnChange
{
    private const int MaxRaces = 20;
    private const string Summaries = "summaries";
    private const string SummaryKey = "summary";
    private readonly Dictionary<string, IListView> _views = views.ToDictionary(v => v.Kind, StringComparer.Ordinal);

    /// <summary>Puts a stream's rows where they belong now.</summary>
    public async Task StreamChangedAsync(StreamId stream, CancellationToken cancel)
    {
        if (!_views.TryGetValue(stream.Kind, out var view)) return;
        var written = new HashSet<Place>();
        for (var race = 0; race < MaxRaces; race++)
        {
            var row = await rows.GetAsync(Summaries, stream.Partition, SummaryKey, cancel);
            var before = row is null ? new Summary(0, []) : JsonSerializer.Deserialize(row.Data.Span, SummaryJson.Default.Summary)!;
            var (version, entries) = await view.EntriesAsync(stream, cancel);
            if (version < before.Version) return;

            var places = entries.Select(e => new Place(e.Question, e.Key)).ToList();
            written.UnionWith(before.Places);
            var etag = row?.ETag;
            if (places.Except(before.Places).Any())
            {
                etag = await PutSummaryAsync(stream, etag, new Summary(before.Version, [.. written.Union(places)]), cancel);
                if (etag is null) continue;
                written.UnionWith(places);
            }

            foreach (var entry in entries) await CommitAsync(stream.Congress, entry.Question, new Change.Upsert(entry.Key, entry.Data), cancel);
            foreach (var place in written.Except(places).ToList()) await CommitAsync(stream.Congress, place.Question, new Change.Delete(place.Key, null), cancel);
            if (before.Version == version && written.SetEquals(before.Places) && written.SetEquals(places)) return;
            if (await PutSummaryAsync(stream, etag, new Summary(version, places), cancel) is not null) return;
        }

        throw new TimeoutException($"the lists of {stream} changed {MaxRaces} times while they were being written");
    }

    private async Task<string?> PutSummaryAsync(StreamId stream, string? etag, Summary summary, CancellationToken cancel)
    {
        var data = JsonSerializer.SerializeToUtf8Bytes(summary, SummaryJson.Default.Summary);
        Change change = etag is null ? new Change.Insert(SummaryKey, data) : new Change.Replace(SummaryKey, etag, data);
        var result = await rows.CommitAsync(Summaries, stream.Partition, [change], [], cancel);
        return result is CommitResult.Committed { ETags: var etags } ? etags[SummaryKey] : null;
    }

    private async Task CommitAsync(CongressId congress, string question, Change change, CancellationToken cancel) =>
        await rows.CommitAsync(Lists.Table, Lists.PartitionOf(congress, question), [change], [], cancel);
}
