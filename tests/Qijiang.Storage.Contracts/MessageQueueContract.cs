using FluentAssertions;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;
using Xunit;

namespace Qijiang.Storage.Contracts;

/// <summary>What every queue promises, see <see cref="IMessageQueue"/>. Order is promised by none.</summary>
public abstract partial class MessageQueueContract : StorageContract
{
    [Fact]
    public async Task A_message_comes_as_it_was_sent()
    {
        await Send("m1", "建议已交办"u8.ToArray());

        var message = await ReceiveOne(QueueName);
        (message.Queue, message.Tries, message.Envelope.Id, message.Envelope.Commit).Should().Be((QueueName, 1, "m1", null));
        message.Envelope.Body.ToArray().Should().Equal("建议已交办"u8.ToArray());
    }

    [Fact]
    public async Task Nothing_comes_of_an_empty_queue() => (await Receive(QueueName)).Should().BeEmpty();

    [Fact]
    public async Task A_message_comes_into_its_own_queue_alone()
    {
        await Send("m");

        (await Receive(QueueName + "x")).Should().BeEmpty();
        (await ReceiveOne(QueueName)).Envelope.Id.Should().Be("m");
    }

    [Fact]
    public async Task So_many_come_as_were_asked_for()
    {
        foreach (var id in new[] { "m1", "m2", "m3", "m4", "m5" })
            await Send(id);

        List<string> ids = [];
        for (var i = 0; i < 15 && ids.Count < 5; i++)
        {
            var some = await Receive(QueueName, max: 2);
            some.Count.Should().BeLessThanOrEqualTo(2);
            ids.AddRange(some.Select(message => message.Envelope.Id));
        }

        ids.Should().BeEquivalentTo("m1", "m2", "m3", "m4", "m5");
    }

    [Fact]
    public async Task An_empty_body_and_the_longest_one_come_back_exactly()
    {
        var longest = RandomBytes(StoreLimits.MaxMessageBytes);
        await Send("empty", []);
        await Send("longest", longest);

        var bodies = new[] { await ReceiveOne(QueueName), await ReceiveOne(QueueName) }.ToDictionary(m => m.Envelope.Id, m => m.Envelope.Body.ToArray());

        bodies["empty"].Should().BeEmpty();
        bodies["longest"].Should().Equal(longest);
    }

    [Fact]
    public async Task A_delayed_message_comes_after_its_delay_and_not_before()
    {
        await Send("m", delay: TimeSpan.FromSeconds(3));

        (await Receive(QueueName)).Should().BeEmpty();
        (await ReceiveOne(QueueName)).Envelope.Id.Should().Be("m");
    }

    [Fact]
    public async Task A_copy_sent_again_keeps_id_body_and_first_sent_time()
    {
        await Send("m", "body"u8.ToArray());
        var first = await ReceiveOne(QueueName);
        await Advance(TimeSpan.FromSeconds(1));

        await Queue.SendAgainAsync(QueueName, first.Envelope, TimeSpan.FromSeconds(1), CancellationToken.None);
        await Queue.DeleteAsync(first, CancellationToken.None);

        var again = await ReceiveOne(QueueName);
        (again.Envelope.Id, again.Envelope.SentAt, again.Tries).Should().Be(("m", first.Envelope.SentAt, 1));
        again.Envelope.Body.ToArray().Should().Equal("body"u8.ToArray());
    }

    [Fact]
    public async Task A_copy_sent_again_keeps_the_commit_it_names()
    {
        var commit = new CommitRef(Table, "qj!2026", "v0001", "c0ffee00c0ffee00");
        var sentAt = new DateTimeOffset(2026, 11, 24, 8, 30, 15, 250, TimeSpan.Zero);

        await Queue.SendAgainAsync(QueueName, new MessageEnvelope("m", "x"u8.ToArray(), sentAt, commit), TimeSpan.Zero, CancellationToken.None);

        var again = await ReceiveOne(QueueName);
        (again.Envelope.Id, again.Envelope.SentAt, again.Envelope.Commit).Should().Be(("m", sentAt, commit));
    }

    [Fact]
    public async Task The_same_id_sent_twice_is_two_messages()
    {
        await Send("m");
        await Send("m");

        await ReceiveOne(QueueName);
        (await ReceiveOne(QueueName)).Envelope.Id.Should().Be("m");
    }

    private Task Send(string id, byte[]? body = null, TimeSpan delay = default) =>
        Queue.SendAsync(new Message(QueueName, id, body ?? [1, 2, 3], delay), CancellationToken.None);
}
