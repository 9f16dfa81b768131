using FluentAssertions;
using Qijiang.Backend.Messaging;
using Qijiang.Storage.Contracts;
using Qijiang.Storage.Contracts.Cards;
using Xunit;

namespace Qijiang.Backend.Tests.Storage;

public sealed class StreamRunnerTests
{
    [Fact]
    public async Task Whoever_is_always_overtaken_gives_up_with_an_exception_and_leaves_nothing_behind()
    {
        var desk = new Desk();
        var races = 0;

        var run = () => desk.Runner.RunAsync(Card.Kind, Desk.CardOf("card-1"), Desk.Act("slow"), _ =>
        {
            desk.DoAsync("card-1", $"fast-{++races}", new CardEvent.Moved("doing")).GetAwaiter().GetResult();
            return Card.Accept(new CardEvent.TakenDown());
        }, CancellationToken.None);

        await run.Should().ThrowAsync<TimeoutException>().WithMessage("*qj|card|card-1*");
        races.Should().BeGreaterThan(1);
        (await desk.ReadAsync("card-1")).IsDown.Should().BeFalse();
    }

    [Fact]
    public async Task The_message_that_a_stream_has_changed_goes_with_every_commit()
    {
        var queue = new InMemoryMessageQueue(TimeProvider.System);
        var desk = new Desk(new InMemoryRowStore(queue));

        await desk.DoAsync("card-1", "write", new CardEvent.Moved("todo"), new CardEvent.Moved("doing"));
        await desk.DoAsync("card-1", "nothing");

        var message = (await queue.ReceiveAsync("changes", 32, TimeSpan.FromMinutes(1), CancellationToken.None)).Should().ContainSingle().Which;
        StreamChanged.Read(message.Envelope.Body).Should().Be(new StreamChanged("qj|card|card-1", 2));
        message.Envelope.Id.Should().Be("qj|card|card-1@2");
    }
}
