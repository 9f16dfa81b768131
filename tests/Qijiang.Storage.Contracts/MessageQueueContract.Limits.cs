using FluentAssertions;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;
using Xunit;

namespace Qijiang.Storage.Contracts;

public abstract partial class MessageQueueContract
{
    [Fact]
    public async Task A_message_of_too_many_bytes_is_refused_by_name()
    {
        var send = () => Send("m", new byte[StoreLimits.MaxMessageBytes + 1]);

        (await send.Should().ThrowAsync<StoreLimitException>()).WithMessage($"*{nameof(StoreLimits.MaxMessageBytes)}*");
        (await Receive(QueueName)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_delay_of_seven_days_is_accepted_and_a_longer_one_refused_by_name()
    {
        await Send("m", delay: StoreLimits.MaxDelay);

        var send = () => Send("m", delay: StoreLimits.MaxDelay + TimeSpan.FromSeconds(1));
        (await send.Should().ThrowAsync<StoreLimitException>()).WithMessage($"*{nameof(StoreLimits.MaxDelay)}*");
    }

    [Fact]
    public async Task Too_long_a_delay_of_a_release_or_a_copy_is_refused_by_name()
    {
        await Send("m");
        var message = await ReceiveOne(QueueName);
        var tooLong = StoreLimits.MaxDelay + TimeSpan.FromSeconds(1);

        await ((Func<Task>)(() => Queue.ReleaseAsync(message, tooLong, CancellationToken.None)))
            .Should().ThrowAsync<StoreLimitException>().WithMessage($"*{nameof(StoreLimits.MaxDelay)}*");
        await ((Func<Task>)(() => Queue.SendAgainAsync(QueueName, message.Envelope, tooLong, CancellationToken.None)))
            .Should().ThrowAsync<StoreLimitException>().WithMessage($"*{nameof(StoreLimits.MaxDelay)}*");
        (await Queue.DeleteAsync(message, CancellationToken.None)).Should().BeTrue("the refused release changed nothing");
    }

    [Theory]
    [InlineData(-1.0)]
    [InlineData(0.5)]
    public async Task A_delay_is_a_whole_number_of_seconds(double seconds) =>
        await ((Func<Task>)(() => Send("m", delay: TimeSpan.FromSeconds(seconds)))).Should().ThrowAsync<ArgumentException>();

    [Theory]
    [InlineData("ab")]
    [InlineData("Upper")]
    [InlineData("a--b")]
    [InlineData("-ab")]
    [InlineData("ab-")]
    [InlineData("a_b")]
    [InlineData("abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijk")]
    public async Task What_is_no_queue_is_refused(string queue)
    {
        await ((Func<Task>)(() => Queue.SendAsync(new Message(queue, "m", new byte[1]), CancellationToken.None))).Should().ThrowAsync<ArgumentException>();
        await ((Func<Task>)(() => Receive(queue))).Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task A_queue_may_be_fifty_characters_long_and_still_has_its_poison_queue()
    {
        var queue = QueueName.PadRight(50, 'x');
        await Queue.SendAsync(new Message(queue, "m", new byte[1]), CancellationToken.None);

        (await Queue.PoisonAsync(await ReceiveOne(queue), CancellationToken.None)).Should().BeTrue();

        (await ReceiveOne(StoreArguments.PoisonOf(queue))).Envelope.Id.Should().Be("m");
    }

    [Fact]
    public async Task A_message_without_an_id_is_refused() =>
        await ((Func<Task>)(() => Send(""))).Should().ThrowAsync<ArgumentException>();
}
