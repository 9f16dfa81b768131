using System.Text.Json;
using Qijiang.Backend.ReadModels;
using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Congresses;

/// <summary>Lists the persons who have, or had, a deputy's seat in a congress.</summary>
public sealed class MandateView(EventStore store) : IListView
{
    /// <summary>Everybody who ever had a seat.</summary>
    public const string Deputies = "deputies";

    /// <inheritdoc/>
    public string Kind => CongressJson.Mandates.Name;

    /// <inheritdoc/>
    public async Task<(int Version, IReadOnlyList<ListEntry> Entries)> EntriesAsync(StreamId stream, CancellationToken cancel)
    {
        var history = await store.LoadAsync(CongressJson.Mandates, stream, cancel);
        var mandates = CongressJson.Mandates.Decider.Fold(history.Events.Select(e => e.Happening.Event));
        if (mandates.All.All(m => m.Office != Office.Deputy)) return (history.Version, []);
        var row = JsonSerializer.SerializeToUtf8Bytes(new MandateRow(new PersonId(stream.Id)), MandateRowJson.Stored.MandateRow);
        return (history.Version, [new ListEntry(Deputies, stream.Id, row)]);
    }
}
