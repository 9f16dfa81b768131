using System.Text;
using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using NodaTime.Testing;
using Qijiang.Backend.Audit;
using Qijiang.Backend.PersonalData;
using Qijiang.Backend.Storage;
using Qijiang.Core;
using Qijiang.Core.Congresses;
using Qijiang.Storage.Contracts.Cards;

namespace Qijiang.Storage.Contracts.Audit;

/// <summary>
/// What checkpoints and their verification promise, over whatever row store an engine gives. An engine's test class inherits it
/// and says how a store is had in which there is nothing else. One file an aspect: what was done to events, what was done to
/// checkpoints, what is kept elsewhere, everything honest.
/// </summary>
public abstract partial class AuditSuite : StorageContract
{
    private static readonly PersonId _citizen = new("p-citizen");
    private static readonly Actor _clerk = new(new PersonId("clerk"), Office.DeskClerk, new BodyId("desk"));
    private readonly InMemoryKeyPort port = new();
    private readonly FakeClock clock = new(Instant.FromUtc(2026, 11, 24, 2, 30, 15));

    private DataKeys Keys => field ??= new(new KeyRows(new InMemoryRowStore()), port, TimeProvider.System);

    private Checkpoints Stored => new(Rows);

    /// <summary>Three cards, a checkpoint, more of two cards and a fourth, another checkpoint.</summary>
    private async Task HonestStoryAsync()
    {
        await DoAsync("card-1", Written, new CardEvent.Moved("doing"), new CardEvent.Moved("done"));
        await DoAsync("card-2", Written);
        await DoAsync("card-3", Written, new CardEvent.Moved("doing"));
        await TickAsync();
        await DoAsync("card-1", new CardEvent.Moved("todo"), new CardEvent.Moved("done"));
        await DoAsync("card-2", new CardEvent.TakenDown());
        await DoAsync("card-4", Written);
        await TickAsync();
    }

    private static CardEvent.Written Written => new("todo", new OfficialText("关于改造老旧小区的建议"), new PersonalText(_citizen, "楼道的灯坏了三个月"));

    private static string PartitionOf(string card) => $"qj|card|{card}";

    private Task DoAsync(string card, params CardEvent[] events) => DoAsync(Rows, card, events);

    private async Task DoAsync(IRowStore rows, string card, params CardEvent[] events)
    {
        var runner = new StreamRunner(new EventStore(rows, new TextSealing(Keys)), clock);
        var act = new Act(new(RandomName(), "digest"), _clerk, new(2026, 11, 20), Channel.Paper);
        (await runner.RunAsync(Card.Kind, new(new("qj"), "card", card), act, _ => Card.Accept(events), CancellationToken.None)).Should().BeOfType<Ran<Card>.Done>();
    }

    private Task<SignedCheckpoint?> TickAsync(IKeyPort? signer = null, IRowStore? rows = null) =>
        new CheckpointTick(rows ?? Rows, new(rows ?? Rows), new(signer ?? port), TimeProvider.System, NullLogger<CheckpointTick>.Instance).RunAsync(CancellationToken.None);

    private async Task<ExportedCheckpoint> ExportAsync() => ExportedCheckpoint.OfFile((await Stored.ExportAsync(CancellationToken.None))!.ToFile());

    /// <summary>Verifies with the installation's public key, as the command does.</summary>
    private async Task<Verified> VerifyAsync(ExportedCheckpoint? file = null, KeptElsewhere.Noted? note = null, IRowStore? rows = null) =>
        await VerifyAsync(new KeptElsewhere(await new CheckpointKey(port).FindPublicAsync(CancellationToken.None), file, note), rows);

    private Task<Verified> VerifyAsync(KeptElsewhere kept, IRowStore? rows = null) =>
        new Verification(rows ?? Rows, new(rows ?? Rows)).RunAsync(kept, (_, _) => { }, CancellationToken.None);

    private async Task FindsAsync(params Finding[] findings) => (await VerifyAsync()).Findings.Should().Equal(findings);

    private static Finding Of(FindingKind kind, string card, int? version, int? checkpoint = null, string? detail = null) => new(kind, PartitionOf(card), version, checkpoint, detail);

    private static string KeyOf(int version) => $"{version:D10}";

    private async Task<ReadOnlyMemory<byte>> DataOf(string card, int version) => (await Rows.GetAsync(EventStore.Table, PartitionOf(card), KeyOf(version), CancellationToken.None))!.Data;

    private Task PutAsync(string card, int version, ReadOnlyMemory<byte> data) => PutAsync(EventStore.Table, PartitionOf(card), KeyOf(version), data);

    private Task PutAsync(string table, string partition, string key, ReadOnlyMemory<byte> data) =>
        Rows.CommitAsync(table, partition, [new Change.Upsert(key, data)], [], CancellationToken.None);

    private async Task EditAsync(string card, int version, string from, string to)
    {
        var text = Encoding.UTF8.GetString((await DataOf(card, version)).Span);
        text.Should().Contain(from);
        await PutAsync(card, version, Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal)));
    }

    private async Task DeleteAsync(string card, params int[] versions)
    {
        foreach (var version in versions) await DeleteAsync(EventStore.Table, PartitionOf(card), KeyOf(version));
    }

    private Task DeleteAsync(string table, string partition, string key) => Rows.CommitAsync(table, partition, [new Change.Delete(key, null)], [], CancellationToken.None);

    /// <summary>Writes a stream anew with all its versions and links, as somebody can who has the code.</summary>
    private async Task RechainAsync(string card, IReadOnlyList<ReadOnlyMemory<byte>> rows)
    {
        var previous = "";
        for (var version = 1; version <= rows.Count; version++)
        {
            var row = JsonNode.Parse(rows[version - 1].Span)!;
            row["version"] = version;
            row["chain"]!["previous"] = previous;
            var data = Encoding.UTF8.GetBytes(row.ToJsonString());
            await PutAsync(card, version, data);
            previous = ChainSuite.Hash("SHA-256", data);
        }
    }

    private async Task<List<ReadOnlyMemory<byte>>> AllOf(string card) =>
        [.. (await ToList(Rows.ScanAsync(EventStore.Table, PartitionOf(card), "", "", null, CancellationToken.None))).Select(row => row.Data)];
}
