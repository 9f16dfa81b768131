using Azure.Storage.Queues;
using FluentAssertions;
using Qijiang.Azurite;
using Qijiang.Backend.Messaging;
using Xunit;

namespace Qijiang.Azure.Tests.Messaging;

/// <summary>What somebody else put into a queue holds nobody up.</summary>
public sealed class UnreadableMessageTests
{
    private readonly string name = "q-" + RandomNames.Next();

    [Theory]
    [InlineData("not Base64 at all")]
    [InlineData("bm90IGFuIGVudmVsb3Bl")]
    [InlineData("e30KYm9keQ==")]
    public async Task It_goes_to_the_poison_queue_as_it_is(string text)
    {
        var queue = (await Emulated.Engine()).Queue;
        await queue.SendAsync(new Message(name, "m1", "a"u8.ToArray()), CancellationToken.None);
        await Client(name).SendMessageAsync(text);
        await queue.SendAsync(new Message(name, "m2", "b"u8.ToArray()), CancellationToken.None);

        var received = await queue.ReceiveAsync(name, 32, TimeSpan.FromMinutes(1), CancellationToken.None);

        received.Select(message => message.Envelope.Id).Should().BeEquivalentTo("m1", "m2");
        (await Client(name + "-poison").ReceiveMessagesAsync(32)).Value.Should().ContainSingle().Which.MessageText.Should().Be(text);
        (await Client(name).GetPropertiesAsync()).Value.ApproximateMessagesCount.Should().Be(2);
    }

    [Fact]
    public async Task In_the_poison_queue_it_can_be_looked_at_and_dropped()
    {
        var queue = (await Emulated.Engine()).Queue;
        await queue.ReceiveAsync(name + "-poison", 32, TimeSpan.FromMinutes(1), CancellationToken.None);   // makes the queue
        await Client(name + "-poison").SendMessageAsync("not Base64 at all");

        var received = await queue.ReceiveAsync(name + "-poison", 32, TimeSpan.FromMinutes(1), CancellationToken.None);

        var message = received.Should().ContainSingle().Which;
        (message.Envelope.Id, System.Text.Encoding.UTF8.GetString(message.Envelope.Body.Span)).Should().Be(("", "not Base64 at all"));
        (await queue.DeleteAsync(message, CancellationToken.None)).Should().BeTrue();
    }

    [Fact]
    public async Task A_message_never_expires()
    {
        var queue = (await Emulated.Engine()).Queue;
        await queue.SendAsync(new Message(name, "m", "a"u8.ToArray()), CancellationToken.None);

        var raw = (await Client(name).PeekMessageAsync()).Value;

        raw.ExpiresOn!.Value.Year.Should().Be(9999);
    }

    private static QueueClient Client(string queue) => new(AzuriteServer.SharedAsync().GetAwaiter().GetResult().ConnectionString, queue);
}
