using NodaTime.Text;
using Qijiang.Backend.Obligations;
using Qijiang.Backend.ReadModels;
using Qijiang.Backend.Storage;
using Qijiang.Core;
using Qijiang.Core.Obligations;
using Qijiang.Storage.Contracts.Cards;

namespace Qijiang.Storage.Contracts.Reminders;

/// <summary>Cards as a capability of which the timer knows nothing: while one hangs, it is owed by the day that its column names.</summary>
internal sealed class CardDuties(EventStore store, DueEntries due) : IDutySource, IListView
{
    public string Kind => Card.Kind.Name;

    public async Task<OwedIn> OfAsync(StreamId stream, CancellationToken cancel) => OwedIn(stream, Card.Kind.StateOf(await store.LoadAsync(Card.Kind, stream, cancel)));

    public async Task<(int Version, IReadOnlyList<ListEntry> Entries)> EntriesAsync(StreamId stream, CancellationToken cancel)
    {
        var history = await store.LoadAsync(Card.Kind, stream, cancel);
        return (history.Version, await due.OfAsync(stream, OwedIn(stream, Card.Kind.StateOf(history)).Obligations, cancel));
    }

    private static OwedIn OwedIn(StreamId stream, Card card) => new(card.IsDown || card.Been.Count == 0 ? [] : (ValueList<OpenObligation>)[OpenObligation.Of(
        ObligationKind.Filing, new Party.OfBody(new("water")), new Party.OfKind(Core.Congresses.BodyKind.StandingCommittee),
        new Due.By(LocalDatePattern.Iso.Parse(card.Been[^1]).Value, new(2026, 11, 2)), new Matter.Other(stream.Kind, stream.Id))]);
}
