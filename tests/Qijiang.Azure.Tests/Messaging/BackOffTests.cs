using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using Qijiang.Backend.Messaging;
using Xunit;

namespace Qijiang.Azure.Tests.Messaging;

/// <summary>An idle queue costs a call every few seconds, a busy one waits for nothing.</summary>
public sealed class BackOffTests
{
    private readonly FakeTimeProvider time = new();
    private readonly string name = "q-" + RandomNames.Next();

    [Fact]
    public async Task Each_pause_is_twice_the_last_up_to_the_longest()
    {
        var queue = (await Emulated.Engine(time: time)).Queue;

        foreach (var milliseconds in new[] { 100, 200, 400, 800, 1600, 3200, 5000, 5000 })
            (await Pause(queue)).Should().Be(TimeSpan.FromMilliseconds(milliseconds));
    }

    [Fact]
    public async Task It_starts_again_when_something_came()
    {
        var queue = (await Emulated.Engine(time: time)).Queue;
        await Pause(queue);
        await Pause(queue);
        await queue.SendAsync(new Message(name, "m", "a"u8.ToArray()), CancellationToken.None);

        (await queue.ReceiveAsync(name, 1, TimeSpan.FromMinutes(1), CancellationToken.None)).Should().ContainSingle();

        (await Pause(queue)).Should().Be(TimeSpan.FromMilliseconds(100));
    }

    private async Task<TimeSpan> Pause(IMessageQueue queue)
    {
        var began = time.GetUtcNow();
        var wait = queue.WaitAsync(name, CancellationToken.None);
        while (!wait.IsCompleted)
            time.Advance(TimeSpan.FromMilliseconds(50));
        await wait;
        return time.GetUtcNow() - began;
    }
}
