using NodaTime;
using NodaTime.Testing;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.PersonalData;
using Qijiang.Backend.Storage;
using Qijiang.Core;
using Qijiang.Core.Congresses;
using Qijiang.Storage.Contracts.Cards;

namespace Qijiang.Storage.Contracts;

/// <summary>
/// What the event store and the loop around it promise, over whatever row store an engine gives. An engine's test class
/// inherits it and says how a clean store is had. One file an aspect: appending, races, repeated commands, the chain.
/// </summary>
public abstract partial class EventStoreSuite : StorageContract
{
    private const string Events = EventStore.Table;
    private static readonly LocalDate _sitting = new(2026, 11, 20);
    private readonly FakeClock clock = new(Instant.FromUtc(2026, 11, 24, 2, 30, 15));
    private readonly StreamId stream = new(new CongressId("c" + RandomName()), "card", "card-1");
    private readonly PersonId citizen = new("p" + RandomName());
    private readonly Actor clerk = new(new PersonId("clerk"), Office.DeskClerk, new BodyId("desk"));
    private EventStore? store;

    private EventStore Store => store ??= new EventStore(
        Rows, new TextSealing(new DataKeys(new KeyRows(Rows), new InMemoryKeyPort(), TimeProvider.System)));

    private StreamRunner Runner => new(Store, clock);

    private CardEvent.Written Written => new("todo", new OfficialText("关于改造老旧小区的建议"), new PersonalText(citizen, "楼道的灯坏了三个月"));

    private static CommandStamp Stamp(string id) => new(id, $"digest of {id}");

    private Act Act(string command) => new(Stamp(command), clerk, _sitting, Channel.Paper);

    private Act Act(CommandStamp command) => new(command, clerk, _sitting, Channel.Paper);

    private Happening<CardEvent> Happened(CardEvent happened) => new(happened, _sitting, clock.GetCurrentInstant(), clerk, Channel.Paper);

    private Task<History<CardEvent>> Load(StreamId? of = null) => Store.LoadAsync(Card.Kind, of ?? stream, CancellationToken.None);

    private Task<History<CardEvent>?> Append(History<CardEvent> history, string command, params CardEvent[] events) =>
        Store.AppendAsync(Card.Kind, history, Stamp(command), [.. events.Select(Happened)], [], CancellationToken.None);

    private Task<Ran<Card>> Run(Act act, Func<Card, Outcome<CardEvent>> decide, Func<IReadOnlyList<CardEvent>, IEnumerable<Message>>? alsoSend = null) =>
        Runner.RunAsync(Card.Kind, stream, act, decide, CancellationToken.None, alsoSend);

    private Message Say(string id) => new(QueueName, id, "{}"u8.ToArray());

    private async Task<IReadOnlyList<Row>> StoredRows() => await ToList(Rows.ScanAsync(Events, stream.Partition, "", "", null, CancellationToken.None));

    /// <summary>What delivery does with a message whose commit has not come for a quarter of an hour.</summary>
    private async Task GiveUp(int version) =>
        await Rows.CheckAsync(new CommitRef(Events, stream.Partition, $"{version:D10}", RandomName()), giveUp: true, CancellationToken.None);
}
