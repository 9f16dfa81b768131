using Qijiang.Backend.Messaging;

namespace Qijiang.Azure.Tests;

/// <summary>Takes from queues whose server has a clock of its own.</summary>
internal static class Queues
{
    /// <summary>Takes one message, waiting for the second that a commit's message stays hidden.</summary>
    public static async Task<ReceivedMessage> ReceiveOne(IMessageQueue queue, string name)
    {
        for (var attempt = 0; attempt < 30; attempt++)
        {
            if (await queue.ReceiveAsync(name, 1, TimeSpan.FromMinutes(5), CancellationToken.None) is [var message])
                return message;
            await Task.Delay(TimeSpan.FromMilliseconds(500));
        }

        throw new InvalidOperationException($"Nothing came to {name}.");
    }
}
