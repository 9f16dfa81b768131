using Microsoft.Extensions.Logging;
using Qijiang.Backend.Storage;

namespace Qijiang.Backend.Messaging;

/// <summary>
/// What consumers could not handle, for an operator: to look at, to send on its way once more, to drop. Also while the service
/// runs; safe to run twice. Whoever looks holds the messages until done, and for five minutes where killed meanwhile: others see those that are left.
/// </summary>
public sealed class Poison(IMessageQueue queues, Delivery delivery, ILogger<Poison> log)
{
    private const int Batch = 32;
    private static readonly TimeSpan _lease = TimeSpan.FromMinutes(5);

    /// <summary>All that there is now.</summary>
    /// <param name="cancel">Stops looking; everything stays where it is.</param>
    public async Task<IReadOnlyList<PoisonedMessage>> ListAsync(CancellationToken cancel)
    {
        var all = new List<PoisonedMessage>();
        await ForEachAsync((_, message) =>
        {
            all.Add(message);
            return Task.FromResult(false);
        }, cancel);
        return all;
    }

    /// <summary>Sends messages on their way once more. Consumers are idempotent, so that one which is sent twice does nothing twice.</summary>
    /// <param name="id">Which one, with its copies; null: all that there is now.</param>
    /// <param name="cancel">Stops; what was sent is sent.</param>
    /// <returns>How many.</returns>
    public Task<int> ReplayAsync(string? id, CancellationToken cancel)
    {
        var sent = new HashSet<string>(StringComparer.Ordinal);   // what fails again at once is not sent without end
        return ForEachAsync(async (envelope, message) =>
        {
            // What has no id is not ours: nobody could read it.
            if ((id is not null && message.Id != id) || envelope.Id.Length == 0 || (id is null && !sent.Add(message.Id))) return false;
            await queues.SendAgainAsync(message.Queue, envelope, TimeSpan.Zero, cancel);
            return true;
        }, cancel);
    }

    /// <summary>Drops a message for good, with its copies.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="cancel">Stops; what was dropped is dropped.</param>
    /// <returns>How many.</returns>
    public Task<int> DropAsync(string id, CancellationToken cancel) => ForEachAsync((_, message) =>
    {
        if (message.Id != id) return Task.FromResult(false);
        log.LogWarning("An operator drops message {Id} of {Queue}: {Shown}", message.Id, message.Queue, message.Shown);
        return Task.FromResult(true);
    }, cancel);

    /// <summary>Goes through all; what is done with is deleted, the rest given back.</summary>
    private async Task<int> ForEachAsync(Func<MessageEnvelope, PoisonedMessage, Task<bool>> isDone, CancellationToken cancel)
    {
        var (done, kept) = (0, new List<ReceivedMessage>());
        try
        {
            foreach (var queue in delivery.Queues.Order(StringComparer.Ordinal))
            {
                while (await queues.ReceiveAsync(StoreArguments.PoisonOf(queue), Batch, _lease, cancel) is [_, ..] taken)
                {
                    foreach (var message in taken)
                    {
                        kept.Add(message);
                        if (!await isDone(message.Envelope, PoisonedMessage.Of(queue, message.Envelope))) continue;
                        kept.Remove(message);
                        await queues.DeleteAsync(message, cancel);
                        done++;
                    }
                }
            }

            return done;
        }
        finally
        {
            foreach (var message in kept) await queues.ReleaseAsync(message, TimeSpan.Zero, CancellationToken.None);
        }
    }
}
