using Microsoft.Extensions.Logging;
using Qijiang.Backend.Storage;

namespace Qijiang.Backend.Messaging;

/// <summary>
/// The step between a queue and its consumer, the same for a pump and for a Functions trigger: it checks that the commit
/// behind a message happened, and only then hands it on. Where it returns, the message is done with; where it throws, it
/// comes back.
/// </summary>
public sealed class Delivery(IRowStore rows, IMessageQueue queues, IEnumerable<IConsumer> consumers, TimeProvider time, ILogger<Delivery> log)
{
    /// <summary>After so many failed tries a message goes to the poison queue; <c>maxDequeueCount</c> in host.json is the same.</summary>
    public const int MaxTries = 5;

    /// <summary>After this long without its commit a message is given up, and the commit made impossible.</summary>
    public static readonly TimeSpan GiveUpAfter = TimeSpan.FromMinutes(15);

    private readonly Dictionary<string, IConsumer> _consumers = consumers.ToDictionary(c => c.Queue, StringComparer.Ordinal);

    /// <summary>The queues that have a consumer.</summary>
    public IEnumerable<string> Queues => _consumers.Keys;

    /// <summary>Delivers one message.</summary>
    /// <param name="queue">The queue it came from.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancel">Stops; the message comes back.</param>
    public async Task DeliverAsync(string queue, MessageEnvelope message, CancellationToken cancel)
    {
        if (message.Commit is { } commit)
        {
            var age = time.GetUtcNow() - message.SentAt;
            var state = await rows.CheckAsync(commit, giveUp: age > GiveUpAfter, cancel);
            if (state == CommitState.Never)
            {
                log.LogInformation("Dropped message {Id} of {Queue}: its commit never happened", message.Id, queue);
                return;
            }

            if (state == CommitState.NotYet)
            {
                await queues.SendAgainAsync(queue, message, age < TimeSpan.FromSeconds(30) ? TimeSpan.FromSeconds(1) : TimeSpan.FromSeconds(30), cancel);
                return;
            }
        }

        await _consumers[queue].ConsumeAsync(message, cancel);
    }
}
