using CsCheck;
using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Qijiang.Backend.Audit;
using Qijiang.Backend.Storage;
using Qijiang.Backend.Tests.Storage;
using Qijiang.Storage.Contracts;
using Qijiang.Storage.Contracts.Cards;
using Xunit;

namespace Qijiang.Backend.Tests.Audit;

/// <summary>Whatever happens in whatever order, nothing is found; and whatever row is then changed or removed, that is.</summary>
public sealed class AnyStoryTests
{
    /// <summary>A step: to a card (a number), so many events; none: a commit is given up; a negative card: a checkpoint.</summary>
    private static Gen<(int Card, int Events)[]> Stories { get; } = Gen.Select(Gen.Int[-1, 3], Gen.Int[0, 3]).Array[1, 20];

    [Fact]
    public Task An_honest_store_has_no_finding() => Stories.SampleAsync(async story =>
    {
        var (rows, port) = await PlayAsync(story);

        (await VerifyAsync(rows, port)).Findings.Should().BeEmpty();
    }, iter: 200);

    [Fact]
    public Task A_covered_row_that_is_changed_or_removed_is_found() => Gen.Select(Stories, Gen.Int[0, 1000], Gen.Bool).SampleAsync(async (story, which, removed) =>
    {
        var (rows, port) = await PlayAsync([.. story, (0, 1), (-1, 0)]);
        var all = await rows.ScanTableAsync(EventStore.Table, null, CancellationToken.None).ToListAsync();
        var row = all[which % all.Count];
        if (VoidRow.IsVoid(row)) removed = true;   // it has nothing that could be changed
        Change change = removed ? new Change.Delete(row.Key, null) : new Change.Upsert(row.Key, (byte[])[.. row.Data.Span, (byte)' ']);
        await rows.CommitAsync(EventStore.Table, row.Partition, [change], [], CancellationToken.None);

        (await VerifyAsync(rows, port)).Findings.Should().NotBeEmpty().And.OnlyContain(finding => finding.Stream == row.Partition);
    }, iter: 200);

    private static async Task<(InMemoryRowStore Rows, InMemoryKeyPort Port)> PlayAsync((int Card, int Events)[] story)
    {
        var (rows, port) = (new InMemoryRowStore(), new InMemoryKeyPort());
        var desk = new Desk(rows, port);
        for (var step = 0; step < story.Length; step++)
        {
            var (card, events) = story[step];
            var id = $"card-{card}";
            if (card < 0)
            {
                await new CheckpointTick(rows, new(rows), new(port), TimeProvider.System, NullLogger<CheckpointTick>.Instance).RunAsync(CancellationToken.None);
            }
            else if (events == 0)
            {
                var next = (await desk.Store.LoadAsync(Card.Kind, Desk.CardOf(id), CancellationToken.None)).Version + 1;
                await rows.CheckAsync(new(EventStore.Table, Desk.CardOf(id).Partition, $"{next:D10}", "c0ffee"), giveUp: true, CancellationToken.None);
            }
            else
            {
                await desk.DoAsync(id, $"step-{step}", [.. Enumerable.Range(0, events).Select(n => new CardEvent.Moved($"column-{n}"))]);
            }
        }

        return (rows, port);
    }

    private static async Task<Verified> VerifyAsync(InMemoryRowStore rows, InMemoryKeyPort port) =>
        await new Verification(rows, new(rows)).RunAsync(new(await new CheckpointKey(port).FindPublicAsync(CancellationToken.None)), (_, _) => { }, CancellationToken.None);
}
