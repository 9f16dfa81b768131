using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Testing;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.PersonalData;
using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;
using Qijiang.Storage.Contracts;
using Qijiang.Storage.Contracts.Cards;

namespace Qijiang.Backend.Tests.Storage;

/// <summary>One process of the back end over a row store: what tests of the foundation write and read cards with.</summary>
internal sealed class Desk
{
    public static readonly CongressId Qijiang = new("qj");
    public static readonly Actor Clerk = new(new PersonId("clerk"), Office.DeskClerk, new BodyId("desk"));
    public static readonly LocalDate Sitting = new(2026, 11, 20);

    public Desk(IRowStore? rows = null, IKeyPort? port = null, TimeProvider? time = null)
    {
        Rows = rows ?? new InMemoryRowStore();
        Keys = new DataKeys(new KeyRows(Rows), port ?? new InMemoryKeyPort(), time ?? TimeProvider.System);
        Store = new EventStore(Rows, new TextSealing(Keys));
        Runner = new StreamRunner(Store, new FakeClock(Instant.FromUtc(2026, 11, 24, 2, 30, 15)));
    }

    public IRowStore Rows { get; }

    public DataKeys Keys { get; }

    public EventStore Store { get; }

    public StreamRunner Runner { get; }

    /// <summary>The rules of its congresses, with a folder of own ones if there is one.</summary>
    public RuleSets Rules(string? folder = null, ILogger<RuleSets>? log = null) => new(
        new OwnRules(Rows, Options.Create(new RuleSettings { Folder = folder })), new FakeClock(Instant.FromUtc(2026, 11, 24, 2, 30, 15)), log ?? NullLogger<RuleSets>.Instance);

    public static StreamId CardOf(string id) => new(Qijiang, "card", id);

    public static Act Act(string command) => new(new CommandStamp(command, "digest"), Clerk, Sitting, Channel.Paper);

    /// <summary>Appends these events to a card, as one command.</summary>
    public async Task<Ran<Card>.Done> DoAsync(string card, string command, params CardEvent[] events) =>
        (Ran<Card>.Done)await Runner.RunAsync(Card.Kind, CardOf(card), Act(command), _ => Card.Accept(events), CancellationToken.None);

    /// <summary>A card as it is read from its stream.</summary>
    public async Task<Card> ReadAsync(string card)
    {
        var history = await Store.LoadAsync(Card.Kind, CardOf(card), CancellationToken.None);
        return Card.Kind.StateOf(history);
    }

    /// <summary>The stored row of a version of a card.</summary>
    public async Task<Row> RowOfAsync(string card, int version) =>
        (await Rows.GetAsync(EventStore.Table, CardOf(card).Partition, $"{version:D10}", CancellationToken.None))!;
}
