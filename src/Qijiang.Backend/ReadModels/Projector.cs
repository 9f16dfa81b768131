using System.Text.Json;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.ReadModels;

/// <summary>
/// Keeps the lists: whenever a stream has changed, it is read anew and its rows are put where they belong now. A place is
/// claimed in the stream's summary before a row is written there, and remembered for a while after it was left, so that
/// neither a crash nor a race leaves a row that nobody knows of: the message that comes again finds and removes it.
/// Between two lists a reader may see a row in both for a moment, never in neither.
/// </summary>
public sealed class Projector(IRowStore rows, IEnumerable<IListView> views, TimeProvider time) : IOnChange
{
    private const int MaxRaces = 20;
    private const string Summaries = "summaries";
    private const string SummaryKey = "summary";
    private static readonly TimeSpan _remembered = TimeSpan.FromHours(1);   // longer than any projector is at work, or its message takes to come again
    private readonly Dictionary<string, IListView> _views = views.ToDictionary(v => v.Kind, StringComparer.Ordinal);

    /// <summary>Puts a stream's rows where they belong now.</summary>
    public async Task StreamChangedAsync(StreamId stream, CancellationToken cancel)
    {
        if (!_views.TryGetValue(stream.Kind, out var view)) return;
        for (var race = 0; race < MaxRaces; race++)
        {
            var row = await rows.GetAsync(Summaries, stream.Partition, SummaryKey, cancel);
            var before = row is null ? new Summary(0, [], []) : JsonSerializer.Deserialize(row.Data.Span, SummaryJson.Default.Summary)!;
            var (version, entries) = await view.EntriesAsync(stream, cancel);

            var places = entries.Select(e => new Place(e.Question, e.Key)).ToList();
            var claimed = before.Places.Union(places).ToList();
            var etag = row?.ETag;
            if (claimed.Count > before.Places.Count)
            {
                etag = await PutSummaryAsync(stream, etag, before with { Places = claimed }, cancel);
                if (etag is null) continue;
            }

            var left = claimed.Except(places).ToList();
            foreach (var entry in entries) await CommitAsync(stream.Congress, entry.Question, new Change.Upsert(entry.Key, entry.Data), cancel);
            foreach (var place in left.Union(before.Vacated.Select(v => v.Place)).Except(places).ToList())
                await CommitAsync(stream.Congress, place.Question, new Change.Delete(place.Key, null), cancel);

            if (before.Version == version && claimed.Count == before.Places.Count && left is []) return;
            if (await PutSummaryAsync(stream, etag, new Summary(version, places, Vacated(before, places, left)), cancel) is not null) return;
        }

        throw new TimeoutException($"the lists of {stream} changed {MaxRaces} times while they were being written");
    }

    private List<Vacated> Vacated(Summary before, List<Place> places, List<Place> left)
    {
        var now = time.GetUtcNow();
        return [.. before.Vacated.Where(v => now - v.At < _remembered && !places.Contains(v.Place) && !left.Contains(v.Place)), .. left.Select(place => new Vacated(place, now))];
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
