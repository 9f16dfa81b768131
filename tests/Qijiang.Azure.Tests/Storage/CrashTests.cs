using FluentAssertions;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;
using Qijiang.Storage.Contracts;
using Xunit;

namespace Qijiang.Azure.Tests.Storage;

/// <summary>Writers die at every step of the way; what is delivered afterwards is what was committed, no more and no less.</summary>
public sealed class CrashTests
{
    private const int Writers = 60;
    private readonly string table = "t" + RandomNames.Next();
    private readonly string queue = "q-" + RandomNames.Next();

    [Fact]
    public async Task Dying_after_the_commit_still_delivers()
    {
        var writer = await Writer(dyingAt: 2, beforeIt: false);

        await writer("p00").Should().ThrowAsync<ProcessDied>();

        var (engine, message) = (await Emulated.Engine(), await Queues.ReceiveOne((await Emulated.Engine()).Queue, queue));
        (await engine.Rows.CheckAsync(message.Envelope.Commit!, giveUp: false, CancellationToken.None)).Should().Be(CommitState.Committed);
    }

    [Fact]
    public async Task Wherever_writers_die_messages_and_rows_go_together()
    {
        for (var i = 0; i < Writers; i++)
        {
            // Their calls: one for the queue, one for the table, and those that look whether a lost answer was a success.
            var writer = await Writer(dyingAt: 1 + (i % 4), beforeIt: i % 2 == 0, losingAnswers: i % 3 == 0);
            try
            {
                await writer($"p{i:00}")();
            }
            catch (ProcessDied)
            {
                // That is what this test is about.
            }
        }

        var engine = await Emulated.Engine();
        var delivered = await Delivered(engine);
        var written = (await engine.Rows.ScanTableAsync(table, null, CancellationToken.None).ToListAsync())
            .Where(row => !VoidRow.IsVoid(row)).Select(row => row.Partition).Distinct();
        delivered.Should().BeEquivalentTo(written).And.HaveCountGreaterThan(Writers / 3).And.HaveCountLessThan(Writers);
    }

    private async Task<Func<string, Func<Task<CommitResult>>>> Writer(int dyingAt, bool beforeIt, bool losingAnswers = false)
    {
        var calls = 0;
        var dead = false;
        var lost = false;
        var disturbance = new Disturbance
        {
            Before = call =>
            {
                dead |= !call.SetsUp && ++calls == dyingAt && beforeIt;
                return dead ? throw new ProcessDied() : Task.CompletedTask;
            },
            After = call =>
            {
                dead |= calls == dyingAt && !beforeIt;
                if (dead)
                    throw new ProcessDied();
                if (!losingAnswers || lost || !call.WritesRows)
                    return Task.CompletedTask;
                lost = true;
                throw new IOException("Lost.");
            },
        };
        var engine = await Emulated.Engine(disturbance.Install);
        await engine.Rows.GetAsync(table, "p", "nothing", CancellationToken.None);
        await engine.Queue.ReceiveAsync(queue, 1, TimeSpan.FromSeconds(1), CancellationToken.None);
        disturbance.Active = true;
        return partition => () => engine.Rows.CommitAsync(
            table, partition, [new Change.Insert("v1", "綦江"u8.ToArray()), new Change.Insert("v2", "人大"u8.ToArray())], [new Message(queue, partition, "x"u8.ToArray())], CancellationToken.None);
    }

    // Everything that is in the queue, until nothing has come for longer than a message stays hidden.
    private async Task<IReadOnlyCollection<string>> Delivered(StorageEngine engine)
    {
        HashSet<string> delivered = [];
        for (var empty = 0; empty < 3;)
        {
            var received = await engine.Queue.ReceiveAsync(queue, 32, TimeSpan.FromMinutes(5), CancellationToken.None);
            foreach (var message in received)
            {
                if (await engine.Rows.CheckAsync(message.Envelope.Commit!, giveUp: true, CancellationToken.None) == CommitState.Committed)
                    delivered.Add(message.Envelope.Id);
            }

            if (received.Count > 0)
                continue;
            empty++;
            await Task.Delay(TimeSpan.FromSeconds(1));
        }

        return delivered;
    }

    private sealed class ProcessDied : Exception;
}
