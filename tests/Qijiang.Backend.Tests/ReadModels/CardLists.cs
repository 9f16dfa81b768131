using System.Text;
using Qijiang.Backend.ReadModels;
using Qijiang.Backend.Storage;
using Qijiang.Storage.Contracts.Cards;

namespace Qijiang.Backend.Tests.ReadModels;

/// <summary>Two lists of cards: those of a column, by id, and all of them, by column and id. Each row shows the version it was made from.</summary>
internal sealed class CardLists(EventStore store) : IListView
{
    public string Kind => "card";

    public async Task<(int Version, IReadOnlyList<ListEntry> Entries)> EntriesAsync(StreamId stream, CancellationToken cancel)
    {
        var history = await store.LoadAsync(Card.Kind, stream, cancel);
        var card = Card.Kind.StateOf(history);
        if (card.IsDown || card.Been.Count == 0) return (history.Version, []);
        var column = card.Been[^1];
        var data = Encoding.UTF8.GetBytes($"v{history.Version}");
        return (history.Version, [new ListEntry($"column|{column}", stream.Id, data), new ListEntry("all", $"{column}|{stream.Id}", data)]);
    }
}
