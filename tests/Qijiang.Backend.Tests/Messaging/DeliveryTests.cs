using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;
using Qijiang.Storage.Contracts;
using Xunit;

namespace Qijiang.Backend.Tests.Messaging;

/// <summary>The step before every consumer, where messages are sent before their commit.</summary>
public sealed class DeliveryTests
{
    private const string Queue = "notices";
    private const string Table = "events";
    private const string P = "qj|card|card-1";
    private static readonly Change.Insert _first = new("0000000001", "a row"u8.ToArray());
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));
    private readonly InMemoryMessageQueue queue;
    private readonly InMemoryRowStore rows;
    private readonly RecordingConsumer consumer = new(Queue);
    private readonly Delivery delivery;

    public DeliveryTests()
    {
        queue = new InMemoryMessageQueue(time);
        rows = new InMemoryRowStore(queue, messageFirst: true);
        delivery = new Delivery(rows, queue, [consumer], time, NullLogger<Delivery>.Instance);
    }

    [Fact]
    public async Task A_message_whose_commit_happened_reaches_its_consumer_once_for_each_delivery()
    {
        await rows.CommitAsync(Table, P, [_first], [Say("m1")], CancellationToken.None);
        var message = await ReceiveAsync();

        await delivery.DeliverAsync(Queue, message.Envelope, CancellationToken.None);
        consumer.Ids.Should().Equal("m1");

        await delivery.DeliverAsync(Queue, message.Envelope, CancellationToken.None);
        consumer.Ids.Should().Equal("m1", "m1");
    }

    [Fact]
    public async Task A_message_that_depends_on_no_commit_is_handed_on_without_looking()
    {
        await queue.SendAsync(Say("plain"), CancellationToken.None);

        await delivery.DeliverAsync(Queue, (await ReceiveAsync()).Envelope, CancellationToken.None);

        consumer.Ids.Should().Equal("plain");
    }

    [Fact]
    public async Task Dying_between_send_and_commit_delivers_nothing()
    {
        rows.DieBetweenSendAndCommit(Table, P, [_first], [Say("phantom")]);

        await PumpAsync(during: TimeSpan.FromMinutes(20));

        consumer.Ids.Should().BeEmpty();
        (await queue.ReceiveAsync(Queue, 32, TimeSpan.FromMinutes(1), CancellationToken.None)).Should().BeEmpty("it was given up");
    }

    [Fact]
    public async Task A_lost_race_delivers_the_winners_message_alone()
    {
        await rows.CommitAsync(Table, P, [_first], [Say("winner")], CancellationToken.None);
        await rows.CommitAsync(Table, P, [_first], [Say("loser")], CancellationToken.None);

        await PumpAsync(during: TimeSpan.FromMinutes(20));

        consumer.Ids.Should().Equal("winner");
    }

    [Fact]
    public async Task A_commit_that_is_not_there_yet_is_looked_for_again_by_a_copy_that_keeps_id_time_and_commit()
    {
        rows.DieBetweenSendAndCommit(Table, P, [_first], [Say("early")]);
        var first = (await ReceiveAsync()).Envelope;

        await delivery.DeliverAsync(Queue, first, CancellationToken.None);

        consumer.Ids.Should().BeEmpty();
        (await queue.ReceiveAsync(Queue, 32, TimeSpan.FromMinutes(1), CancellationToken.None)).Should().BeEmpty("it is looked for in a second, not at once");
        time.Advance(TimeSpan.FromSeconds(1));
        var copy = (await queue.ReceiveAsync(Queue, 32, TimeSpan.FromMinutes(1), CancellationToken.None)).Should().ContainSingle().Which.Envelope;
        copy.Should().BeEquivalentTo(first with { Body = default }, options => options.Excluding(e => e.Body));
        copy.Body.ToArray().Should().Equal("body of early"u8.ToArray());
        copy.SentAt.Should().Be(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task After_half_a_minute_it_is_looked_for_every_half_minute()
    {
        rows.DieBetweenSendAndCommit(Table, P, [_first], [Say("late")]);
        var message = (await ReceiveAsync()).Envelope;
        time.Advance(TimeSpan.FromSeconds(30));

        await delivery.DeliverAsync(Queue, message, CancellationToken.None);

        time.Advance(TimeSpan.FromSeconds(29));
        (await queue.ReceiveAsync(Queue, 32, TimeSpan.Zero, CancellationToken.None)).Should().BeEmpty();
        time.Advance(TimeSpan.FromSeconds(1));
        (await queue.ReceiveAsync(Queue, 32, TimeSpan.Zero, CancellationToken.None)).Should().ContainSingle();
    }

    [Fact]
    public async Task A_commit_that_comes_after_its_message_is_delivered()
    {
        rows.BetweenSendAndCommit = async () => await delivery.DeliverAsync(Queue, (await ReceiveAsync()).Envelope, CancellationToken.None);
        await rows.CommitAsync(Table, P, [_first], [Say("slow")], CancellationToken.None);
        consumer.Ids.Should().BeEmpty("its commit had not happened when it was looked for");

        await PumpAsync(during: TimeSpan.FromSeconds(5));

        consumer.Ids.Should().Equal("slow");
    }

    [Fact]
    public async Task After_fifteen_minutes_it_is_given_up_and_a_commit_still_later_conflicts()
    {
        rows.DieBetweenSendAndCommit(Table, P, [_first], [Say("frozen")]);
        var message = (await ReceiveAsync()).Envelope;

        time.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        await delivery.DeliverAsync(Queue, message, CancellationToken.None);
        (await rows.GetAsync(Table, P, _first.Key, CancellationToken.None)).Should().BeNull("a quarter of an hour is not over");

        time.Advance(TimeSpan.FromSeconds(3));
        await delivery.DeliverAsync(Queue, message, CancellationToken.None);

        (await rows.CommitAsync(Table, P, [_first], [Say("frozen")], CancellationToken.None)).Should().Be(new CommitResult.Conflict(_first.Key));
        VoidRow.IsVoid((await rows.GetAsync(Table, P, _first.Key, CancellationToken.None))!).Should().BeTrue();
        await PumpAsync(during: TimeSpan.FromMinutes(20));
        consumer.Ids.Should().BeEmpty();
    }

    [Fact]
    public async Task A_message_delayed_for_days_is_delivered_though_it_is_older_than_a_quarter_of_an_hour()
    {
        await rows.CommitAsync(Table, P, [_first], [Say("later") with { Delay = TimeSpan.FromDays(3) }], CancellationToken.None);
        time.Advance(TimeSpan.FromDays(3));

        await delivery.DeliverAsync(Queue, (await queue.ReceiveAsync(Queue, 1, TimeSpan.FromMinutes(1), CancellationToken.None))[0].Envelope, CancellationToken.None);

        consumer.Ids.Should().Equal("later");
    }

    [Fact]
    public async Task A_failing_consumer_lets_the_message_come_back()
    {
        await rows.CommitAsync(Table, P, [_first], [Say("m1")], CancellationToken.None);
        consumer.Failing = true;
        var message = (await ReceiveAsync()).Envelope;

        var deliver = () => delivery.DeliverAsync(Queue, message, CancellationToken.None);

        await deliver.Should().ThrowAsync<IOException>();
    }

    private static Message Say(string id) => new(Queue, id, System.Text.Encoding.UTF8.GetBytes($"body of {id}"));

    /// <summary>A message sent first is invisible for a second, in which its commit usually happens.</summary>
    private async Task<ReceivedMessage> ReceiveAsync()
    {
        var sent = time.GetUtcNow();
        var message = await queue.ReceiveAsync(Queue, 1, TimeSpan.FromHours(1), CancellationToken.None);
        if (message is []) time.Advance(TimeSpan.FromSeconds(1));
        message = message is [] ? await queue.ReceiveAsync(Queue, 1, TimeSpan.FromHours(1), CancellationToken.None) : message;
        message[0].Envelope.SentAt.Should().Be(sent);
        return message[0];
    }

    /// <summary>Delivers whatever becomes visible in this time.</summary>
    private async Task PumpAsync(TimeSpan during)
    {
        for (var passed = TimeSpan.Zero; passed <= during; passed += TimeSpan.FromSeconds(1))
        {
            foreach (var message in await queue.ReceiveAsync(Queue, 32, TimeSpan.FromHours(1), CancellationToken.None))
            {
                await delivery.DeliverAsync(Queue, message.Envelope, CancellationToken.None);
                await queue.DeleteAsync(message, CancellationToken.None);
            }

            time.Advance(TimeSpan.FromSeconds(1));
        }
    }
}
