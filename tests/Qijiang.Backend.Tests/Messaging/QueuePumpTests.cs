using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Qijiang.Backend.Messaging;
using Qijiang.Storage.Contracts;
using Xunit;

namespace Qijiang.Backend.Tests.Messaging;

public sealed class QueuePumpTests : IAsyncLifetime, IDisposable
{
    private const string Queue = "notices";
    private readonly FakeTimeProvider time = new();
    private readonly InMemoryMessageQueue messages;
    private readonly SignallingQueue queue;
    private readonly RecordingConsumer consumer = new(Queue) { FailingOn = ["bad"] };
    private readonly QueuePump pump;

    public QueuePumpTests()
    {
        messages = new InMemoryMessageQueue(time);
        queue = new SignallingQueue(messages);
        var delivery = new Delivery(new InMemoryRowStore(messages), queue, [consumer], time, NullLogger<Delivery>.Instance);
        pump = new QueuePump(queue, delivery, time, NullLogger<QueuePump>.Instance);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => pump.StopAsync(CancellationToken.None);

    public void Dispose() => pump.Dispose();

    [Fact]
    public async Task What_was_handled_is_deleted()
    {
        await pump.StartAsync(CancellationToken.None);

        await SendAsync("good");

        (await queue.NextAsync()).Should().Be("deleted good");
        consumer.Ids.Should().Equal("good");
        time.Advance(TimeSpan.FromDays(1));
        (await messages.ReceiveAsync(Queue, 32, TimeSpan.FromMinutes(1), CancellationToken.None)).Should().BeEmpty();
    }

    [Fact]
    public async Task What_fails_five_times_goes_to_the_poison_queue_with_its_body()
    {
        await SendAsync("bad");
        await pump.StartAsync(CancellationToken.None);

        foreach (var seconds in (int[])[2, 4, 6, 8])
        {
            (await queue.NextAsync()).Should().Be("released bad");
            time.Advance(TimeSpan.FromSeconds(seconds));
        }

        (await queue.NextAsync()).Should().Be("poisoned bad");
        consumer.Ids.Should().Equal("bad", "bad", "bad", "bad", "bad");
        var poison = (await messages.ReceiveAsync("notices-poison", 32, TimeSpan.FromMinutes(1), CancellationToken.None)).Should().ContainSingle().Which;
        poison.Envelope.Id.Should().Be("bad");
        poison.Envelope.Body.ToArray().Should().Equal("body of bad"u8.ToArray());
    }

    [Fact]
    public async Task What_fails_does_not_hold_up_what_comes_after_it()
    {
        await SendAsync("bad");
        await SendAsync("good");
        await pump.StartAsync(CancellationToken.None);

        (await queue.NextAsync()).Should().Be("released bad");
        (await queue.NextAsync()).Should().Be("deleted good");
    }

    [Fact]
    public async Task What_killed_its_process_five_times_is_not_tried_again()
    {
        await SendAsync("deadly");
        for (var death = 0; death < 5; death++)
        {
            (await messages.ReceiveAsync(Queue, 1, TimeSpan.FromMinutes(2), CancellationToken.None)).Should().ContainSingle();
            time.Advance(TimeSpan.FromMinutes(2));
        }

        await pump.StartAsync(CancellationToken.None);

        (await queue.NextAsync()).Should().Be("poisoned deadly");
        consumer.Ids.Should().BeEmpty();
    }

    [Fact]
    public async Task An_outage_of_the_queue_stops_nothing_for_good()
    {
        queue.Outage = new IOException("the queue can't be reached");
        await SendAsync("good");
        await pump.StartAsync(CancellationToken.None);
        (await queue.NextAsync()).Should().Be("outage");

        // The pump tries again two seconds later, by the same clock; advanced until it has begun to wait.
        var handled = queue.NextAsync();
        while (!handled.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(2));
            await Task.Yield();
        }

        (await handled).Should().Be("deleted good");
    }

    [Fact]
    public async Task Stopping_leaves_what_is_not_handled_yet_for_the_next_process()
    {
        await pump.StartAsync(CancellationToken.None);
        await pump.StopAsync(CancellationToken.None);

        await SendAsync("good");

        consumer.Ids.Should().BeEmpty();
        (await messages.ReceiveAsync(Queue, 32, TimeSpan.FromMinutes(1), CancellationToken.None)).Should().ContainSingle();
    }

    private Task SendAsync(string id) => messages.SendAsync(new Message(Queue, id, System.Text.Encoding.UTF8.GetBytes($"body of {id}")), CancellationToken.None);
}
