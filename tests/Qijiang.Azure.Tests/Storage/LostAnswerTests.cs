using Azure.Core;
using FluentAssertions;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;
using Xunit;

namespace Qijiang.Azure.Tests.Storage;

/// <summary>The service did its work, and the writer never heard of it; or it did not, and the writer can't know.</summary>
public sealed class LostAnswerTests
{
    private const string P = "qj!2026";
    private readonly string table = "t" + RandomNames.Next();
    private readonly string queue = "q-" + RandomNames.Next();

    [Fact]
    public async Task A_writer_whose_answer_was_lost_recognises_its_own_commit()
    {
        var lost = LosingFirstAnswer();
        var store = await Store(lost);

        var result = await Commit(store, new Change.Insert("v1", Bytes(1)));

        lost.Calls.Select(call => call.ToString()).Should().Equal("table POST", "table POST", "table GET");
        var etag = result.Should().BeOfType<CommitResult.Committed>().Subject.ETags["v1"];
        (await Commit(store, new Change.Replace("v1", etag, Bytes(2)))).Should().BeOfType<CommitResult.Committed>();
    }

    [Fact]
    public async Task So_does_one_that_wrote_several_rows()
    {
        var lost = LosingFirstAnswer();
        var store = await Store(lost);

        var result = await Commit(store, new Change.Upsert("head", Bytes(1)), new Change.Insert("v1", Bytes(2)), new Change.Insert("v2", Bytes(3)));

        var etags = result.Should().BeOfType<CommitResult.Committed>().Subject.ETags;
        etags.Keys.Should().BeEquivalentTo("head", "v1", "v2");
        (await Commit(store, [.. etags.Select(pair => new Change.Replace(pair.Key, pair.Value, Bytes(9)))])).Should().BeOfType<CommitResult.Committed>();
    }

    [Fact]
    public async Task So_does_one_that_replaced_a_row()
    {
        var lost = LosingFirstAnswer();
        var store = await Store(lost, active: false);
        var first = (CommitResult.Committed)await Commit(store, new Change.Insert("v1", Bytes(1)));
        lost.Active = true;

        var second = await Commit(store, new Change.Replace("v1", first.ETags["v1"], Bytes(2)));

        var etag = second.Should().BeOfType<CommitResult.Committed>().Subject.ETags["v1"];
        (await Commit(store, new Change.Replace("v1", etag, Bytes(3)))).Should().BeOfType<CommitResult.Committed>();
    }

    [Fact]
    public async Task So_does_one_that_upserted_and_deleted_rows()
    {
        var lost = LosingFirstAnswer();
        var store = await Store(lost, active: false);
        await Commit(store, new Change.Insert("old", Bytes(1)));
        lost.Active = true;

        (await Commit(store, new Change.Delete("old", null), new Change.Upsert("new", Bytes(2)))).Should().BeOfType<CommitResult.Committed>();
        (await Get(store, "old")).Should().BeNull();
    }

    [Fact]
    public async Task So_does_one_that_never_got_any_answer()
    {
        var lost = new Disturbance { After = call => call.WritesRows ? throw new IOException("The line is dead.") : Task.CompletedTask };
        var store = await Store(lost);

        (await Commit(store, new Change.Insert("v1", Bytes(1)))).Should().BeOfType<CommitResult.Committed>();
        lost.Calls.Select(call => call.ToString()).Should().Equal("table POST", "table POST", "table POST", "table GET");
    }

    [Fact]
    public async Task So_does_one_that_ran_into_its_time_limit()
    {
        var lost = new Disturbance
        {
            After = call => call.WritesRows ? throw new TaskCanceledException("Too slow.") : Task.CompletedTask,
            Position = HttpPipelinePosition.PerCall,
        };

        (await Commit(await Store(lost), new Change.Insert("v1", Bytes(1)), new Change.Insert("v2", Bytes(2)))).Should().BeOfType<CommitResult.Committed>();
    }

    [Fact]
    public async Task Its_message_is_delivered()
    {
        var lost = LosingFirstAnswer();
        var engine = await Emulated.Engine(lost.Install);
        lost.Active = true;

        await engine.Rows.CommitAsync(table, P, [new Change.Insert("v1", Bytes(1))], [new Message(queue, "m", Bytes(1))], CancellationToken.None);

        var message = await Queues.ReceiveOne(engine.Queue, queue);
        (await engine.Rows.CheckAsync(message.Envelope.Commit!, giveUp: false, CancellationToken.None)).Should().Be(CommitState.Committed);
    }

    [Fact]
    public async Task What_somebody_else_wrote_meanwhile_is_not_overwritten_with_the_late_ETag()
    {
        var other = await Store(new Disturbance());
        var calls = 0;
        var lost = new Disturbance
        {
            After = async call =>
            {
                if (!call.WritesRows || ++calls > 1)
                    return;
                var row = await Get(other, "v1");
                await Commit(other, new Change.Replace("v1", row!.ETag, Bytes(7)));
                throw new IOException("Lost.");
            },
        };
        var store = await Store(lost);

        var mine = await Commit(store, new Change.Insert("v1", Bytes(1)));

        var etag = mine.Should().BeOfType<CommitResult.Committed>().Subject.ETags["v1"];
        (await Commit(store, new Change.Replace("v1", etag, Bytes(2)))).Should().Be(new CommitResult.Conflict("v1"));
        (await Get(store, "v1"))!.Data.ToArray().Should().Equal(Bytes(7));
    }

    [Fact]
    public async Task A_lost_race_whose_answer_was_lost_is_still_a_lost_race()
    {
        var lost = LosingFirstAnswer();
        var store = await Store(lost, active: false);
        await Commit(store, new Change.Insert("v1", Bytes(1)));
        lost.Active = true;

        (await Commit(store, new Change.Insert("v1", Bytes(2)))).Should().Be(new CommitResult.Conflict("v1"));
        (await Commit(store, new Change.Insert("v0", Bytes(2)), new Change.Insert("v1", Bytes(2)))).Should().Be(new CommitResult.Conflict("v1"));
    }

    [Fact]
    public async Task Of_a_deletion_under_an_ETag_nothing_is_left_to_recognise_so_that_it_counts_as_lost()
    {
        var lost = LosingFirstAnswer();
        var store = await Store(lost, active: false);
        var first = (CommitResult.Committed)await Commit(store, new Change.Insert("v1", Bytes(1)));
        lost.Active = true;

        (await Commit(store, new Change.Delete("v1", first.ETags["v1"]))).Should().Be(new CommitResult.Conflict("v1"));
        (await Get(store, "v1")).Should().BeNull();
    }

    [Fact]
    public async Task An_outage_is_an_exception_and_nothing_is_there()
    {
        var dead = new Disturbance { Before = call => call.WritesRows ? throw new IOException("No way through.") : Task.CompletedTask };
        var store = await Store(dead);

        var commit = () => Commit(store, new Change.Insert("v1", Bytes(1)));

        await commit.Should().ThrowAsync<AggregateException>();
        (await Get(store, "v1")).Should().BeNull();
    }

    private static Disturbance LosingFirstAnswer()
    {
        var lost = false;
        return new Disturbance
        {
            After = call =>
            {
                if (lost || !call.WritesRows)
                    return Task.CompletedTask;
                lost = true;
                throw new IOException("Lost.");
            },
        };
    }

    private async Task<IRowStore> Store(Disturbance disturbance, bool active = true)
    {
        var store = (await Emulated.Engine(disturbance.Install)).Rows;
        await store.GetAsync(table, P, "nothing", CancellationToken.None);
        disturbance.Active = active;
        return store;
    }

    private Task<CommitResult> Commit(IRowStore store, params Change[] changes) => store.CommitAsync(table, P, changes, [], CancellationToken.None);

    private async Task<Row?> Get(IRowStore store, string key) => await store.GetAsync(table, P, key, CancellationToken.None);

    private static byte[] Bytes(byte of) => [of, of, of];
}
