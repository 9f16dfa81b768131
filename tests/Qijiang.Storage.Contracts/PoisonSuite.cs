using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;
using Xunit;

namespace Qijiang.Storage.Contracts;

/// <summary>What an operator can do with messages that could not be handled, over whatever queue an engine gives.</summary>
public abstract class PoisonSuite : StorageContract
{
    private Poison Poison => new(Queue, new Delivery(Rows, Queue, [new Reader(QueueName), new Reader(QueueName + "2")], TimeProvider.System, NullLogger<Delivery>.Instance), NullLogger<Poison>.Instance);

    [Fact]
    public async Task What_lies_there_is_listed_and_stays()
    {
        await PoisonAsync(QueueName, "m1", """{"stream":"qj|suggestion|JY-1","version":3}""");
        await PoisonAsync(QueueName + "2", "m2", "no JSON");

        var listed = await Poison.ListAsync(CancellationToken.None);

        listed.Select(message => (message.Queue, message.Shown)).Should().Equal((QueueName, """{"stream":"qj|suggestion|JY-1","version":3}"""), (QueueName + "2", "(7 B)"));
        (await Poison.ListAsync(CancellationToken.None)).Should().Equal(listed, "looking takes nothing away");
    }

    [Fact]
    public async Task More_than_one_batch_is_listed()
    {
        for (var number = 0; number < 40; number++) await PoisonAsync(QueueName, $"m{number}", "{}");

        (await Poison.ListAsync(CancellationToken.None)).Select(message => message.Id).Should().HaveCount(40).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task What_is_replayed_comes_as_it_was_sent_and_the_rest_stays()
    {
        await PoisonAsync(QueueName, "m1", "first");
        await PoisonAsync(QueueName, "m2", "second");
        var sentAt = await SentAtAsync("m2");

        (await Poison.ReplayAsync(await IdOfAsync("m2"), CancellationToken.None)).Should().Be(1);

        var message = await ReceiveOne(QueueName);
        (message.Envelope.Id, message.Envelope.SentAt, message.Tries).Should().Be(("m2", sentAt, 1));
        message.Envelope.Body.ToArray().Should().Equal("second"u8.ToArray());
        (await Poison.ListAsync(CancellationToken.None)).Should().ContainSingle().Which.Id.Should().Be(await IdOfAsync("m1"));
    }

    [Fact]
    public async Task All_can_be_replayed_and_a_second_time_there_is_nothing_left()
    {
        await PoisonAsync(QueueName, "m1", "first");
        await PoisonAsync(QueueName + "2", "m2", "second");

        (await Poison.ReplayAsync(null, CancellationToken.None)).Should().Be(2);

        (await Poison.ReplayAsync(null, CancellationToken.None)).Should().Be(0);
        (await ReceiveOne(QueueName)).Envelope.Id.Should().Be("m1");
        (await ReceiveOne(QueueName + "2")).Envelope.Id.Should().Be("m2");
    }

    [Fact]
    public async Task What_is_dropped_is_gone_and_the_rest_stays()
    {
        await PoisonAsync(QueueName, "m1", "first");
        await PoisonAsync(QueueName, "m2", "second");
        var left = await IdOfAsync("m2");

        (await Poison.DropAsync(await IdOfAsync("m1"), CancellationToken.None)).Should().Be(1);

        (await Poison.ListAsync(CancellationToken.None)).Should().ContainSingle().Which.Id.Should().Be(left);
        (await Receive(QueueName)).Should().BeEmpty();
    }

    [Fact]
    public async Task An_unknown_id_does_nothing()
    {
        await PoisonAsync(QueueName, "m1", "first");

        (await Poison.ReplayAsync("0123456789", CancellationToken.None)).Should().Be(0);
        (await Poison.DropAsync("0123456789", CancellationToken.None)).Should().Be(0);
        (await Poison.ListAsync(CancellationToken.None)).Should().HaveCount(1);
    }

    private async Task PoisonAsync(string queue, string id, string body)
    {
        await Queue.SendAsync(new Message(queue, id, System.Text.Encoding.UTF8.GetBytes(body)), CancellationToken.None);
        (await Queue.PoisonAsync(await ReceiveOne(queue), CancellationToken.None)).Should().BeTrue();
    }

    private async Task<DateTimeOffset> SentAtAsync(string id) => (await EnvelopeAsync(id)).SentAt;

    private async Task<string> IdOfAsync(string id) => PoisonedMessage.Of(QueueName, await EnvelopeAsync(id)).Id;

    private async Task<MessageEnvelope> EnvelopeAsync(string id)
    {
        var all = await Receive(StoreArguments.PoisonOf(QueueName));
        foreach (var message in all) await Queue.ReleaseAsync(message, TimeSpan.Zero, CancellationToken.None);
        return all.Single(message => message.Envelope.Id == id).Envelope;
    }

    private sealed class Reader(string queue) : IConsumer
    {
        public string Queue => queue;

        public Task ConsumeAsync(MessageEnvelope message, CancellationToken cancel) => Task.CompletedTask;
    }
}
