using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Qijiang.Backend.Audit;
using Qijiang.Backend.Storage;
using Qijiang.Backend.Tests.Storage;
using Qijiang.Storage.Contracts;
using Qijiang.Storage.Contracts.Cards;
using Qijiang.Storage.Contracts.Faults;
using Xunit;

namespace Qijiang.Backend.Tests.Audit;

/// <summary>Whichever storage call fails while a checkpoint is made, the next tick makes good for it, and nothing is found.</summary>
public sealed class CheckpointFaultTests
{
    [Theory]
    [InlineData(FaultKind.Before)]
    [InlineData(FaultKind.AnswerLost)]
    [InlineData(FaultKind.Slow)]
    public async Task A_checkpoint_is_there_with_all_its_heads_or_not_at_all(FaultKind kind)
    {
        var calls = 0;
        for (var happened = true; happened; calls++)
        {
            var (rows, port) = (new InMemoryRowStore(), new InMemoryKeyPort());
            var desk = new Desk(rows, port);
            await desk.DoAsync("card-1", "write", new CardEvent.Moved("todo"));
            await TickAsync(rows, port);
            await desk.DoAsync("card-1", "move", new CardEvent.Moved("doing"));
            await desk.DoAsync("card-2", "write", new CardEvent.Moved("todo"));
            var plan = FaultPlan.At(calls + 1, kind);
            plan.Meanwhile = () => TickAsync(rows, port);   // another instance's timer

            try
            {
                await TickAsync(new FaultyRowStore(rows, plan), port);
            }
            catch (StoreDownException)
            {
                // The next tick comes.
            }

            happened = plan.HasHappened;
            (await VerifyAsync(rows, port)).Findings.Should().BeEmpty();
            await TickAsync(rows, port);
            (await VerifyAsync(rows, port)).Should().BeEquivalentTo(new { Checkpoints = 2, Uncovered = 0, Findings = Array.Empty<Finding>() });
        }

        calls.Should().BeGreaterThan(4, "the checkpoints, the heads of the one there is, the events, the new heads and the new one are calls");
    }

    private static Task TickAsync(IRowStore rows, InMemoryKeyPort port) =>
        new CheckpointTick(rows, new(rows), new(port), TimeProvider.System, NullLogger<CheckpointTick>.Instance).RunAsync(CancellationToken.None);

    private static async Task<Verified> VerifyAsync(IRowStore rows, InMemoryKeyPort port) =>
        await new Verification(rows, new(rows)).RunAsync(new(await new CheckpointKey(port).FindPublicAsync(CancellationToken.None)), (_, _) => { }, CancellationToken.None);
}
