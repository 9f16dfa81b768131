using FluentAssertions;
using Qijiang.Backend.Storage;
using Xunit;

namespace Qijiang.Storage.Contracts;

public abstract partial class MessageQueueContract
{
    [Fact]
    public async Task A_leased_message_is_invisible_to_others()
    {
        await Send("m");
        await ReceiveOne(QueueName, LongLease);

        (await Receive(QueueName)).Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_not_deleted_comes_again_and_counts_its_tries()
    {
        await Send("m");

        List<int> tries = [];
        for (var i = 0; i < 3; i++)
        {
            tries.Add((await ReceiveOne(QueueName, ShortLease)).Tries);
            await Advance(ShortLease);
        }

        tries.Should().Equal(1, 2, 3);
    }

    [Fact]
    public async Task What_is_deleted_does_not_come_again()
    {
        await Send("m");
        var message = await ReceiveOne(QueueName, ShortLease);

        (await Queue.DeleteAsync(message, CancellationToken.None)).Should().BeTrue();

        await Advance(ShortLease + TimeSpan.FromSeconds(1));
        (await Receive(QueueName)).Should().BeEmpty();
        (await Queue.DeleteAsync(message, CancellationToken.None)).Should().BeFalse();
    }

    [Fact]
    public async Task A_stale_receipt_does_nothing_to_the_message_that_somebody_else_has()
    {
        await Send("m");
        var stale = await ReceiveOne(QueueName, ShortLease);
        await Advance(ShortLease + TimeSpan.FromSeconds(1));
        var current = await ReceiveOne(QueueName, LongLease);

        (await Queue.DeleteAsync(stale, CancellationToken.None)).Should().BeFalse();
        (await Queue.ReleaseAsync(stale, TimeSpan.Zero, CancellationToken.None)).Should().BeFalse();
        (await Queue.PoisonAsync(stale, CancellationToken.None)).Should().BeFalse();

        (await Receive(QueueName)).Should().BeEmpty();
        (await Receive(StoreArguments.PoisonOf(QueueName))).Should().BeEmpty();
        (await Queue.DeleteAsync(current, CancellationToken.None)).Should().BeTrue();
    }

    [Fact]
    public async Task A_released_message_comes_at_once_and_its_receipt_is_stale()
    {
        await Send("m");
        var first = await ReceiveOne(QueueName, LongLease);

        (await Queue.ReleaseAsync(first, TimeSpan.Zero, CancellationToken.None)).Should().BeTrue();

        var second = await ReceiveOne(QueueName, LongLease);
        (second.Envelope.Id, second.Tries).Should().Be(("m", 2));
        (await Queue.DeleteAsync(first, CancellationToken.None)).Should().BeFalse();
    }

    [Fact]
    public async Task A_message_released_with_a_delay_comes_after_it_and_not_before()
    {
        await Send("m");
        var first = await ReceiveOne(QueueName, LongLease);

        await Queue.ReleaseAsync(first, TimeSpan.FromSeconds(3), CancellationToken.None);

        (await Receive(QueueName)).Should().BeEmpty();
        (await ReceiveOne(QueueName)).Envelope.Id.Should().Be("m");
    }

    [Fact]
    public async Task Poison_moves_to_the_poison_queue_as_it_was_sent()
    {
        await Send("m", "bad"u8.ToArray());
        var message = await ReceiveOne(QueueName, ShortLease);

        (await Queue.PoisonAsync(message, CancellationToken.None)).Should().BeTrue();

        var poison = await ReceiveOne(StoreArguments.PoisonOf(QueueName));
        (poison.Queue, poison.Envelope.Id, poison.Envelope.SentAt).Should().Be((QueueName + "-poison", "m", message.Envelope.SentAt));
        poison.Envelope.Body.ToArray().Should().Equal("bad"u8.ToArray());
        await Advance(ShortLease + TimeSpan.FromSeconds(1));
        (await Receive(QueueName)).Should().BeEmpty();
    }

    [Fact]
    public async Task Of_eight_consumers_each_message_goes_to_one()
    {
        foreach (var i in Enumerable.Range(0, 40))
            await Send($"m{i:00}");

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            List<string> ids = [];
            for (var empty = 0; empty < 3;)
            {
                var some = await Receive(QueueName, max: 3);
                ids.AddRange(some.Select(message => message.Envelope.Id));
                empty = some.Count == 0 ? empty + 1 : 0;
            }

            return ids;
        })));

        taken.SelectMany(ids => ids).Should().BeEquivalentTo(Enumerable.Range(0, 40).Select(i => $"m{i:00}"));
    }

    [Fact]
    public async Task Who_waits_is_woken_by_a_message()
    {
        var waiting = Queue.WaitAsync(QueueName, CancellationToken.None);

        await Send("m");

        await PassTimeUntil(waiting);
        (await ReceiveOne(QueueName)).Envelope.Id.Should().Be("m");
    }

    [Fact]
    public async Task Who_waits_where_something_lies_does_not_wait()
    {
        await Send("m");

        await Queue.WaitAsync(QueueName, CancellationToken.None).WaitAsync(Hung);
    }

    [Fact]
    public async Task Who_waits_is_woken_when_a_delay_or_a_lease_ends()
    {
        await Send("m", delay: ShortLease);
        await PassTimeUntil(Queue.WaitAsync(QueueName, CancellationToken.None));
        await ReceiveOne(QueueName, ShortLease);
        await PassTimeUntil(Queue.WaitAsync(QueueName, CancellationToken.None));

        (await ReceiveOne(QueueName)).Tries.Should().Be(2);
    }

    [Fact]
    public async Task Who_stops_waiting_stops()
    {
        using var cancel = new CancellationTokenSource();
        var waiting = WaitOnAsync();

        await cancel.CancelAsync();

        await ((Func<Task>)(() => waiting.WaitAsync(Hung))).Should().ThrowAsync<OperationCanceledException>();

        // A queue that is asked again and again may end one wait before the next.
        async Task WaitOnAsync()
        {
            while (true) await Queue.WaitAsync(QueueName, cancel.Token);
        }
    }
}
