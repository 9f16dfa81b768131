using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Qijiang.Backend.Messaging;

/// <summary>Takes messages off the queues in one process, where no Functions host does it.</summary>
public sealed class QueuePump(IMessageQueue queues, Delivery delivery, TimeProvider time, ILogger<QueuePump> log) : BackgroundService
{
    private const int Batch = 16;
    private static readonly TimeSpan _lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan _retryAfter = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(delivery.Queues.Select(queue => PumpAsync(queue, stoppingToken)));

    /// <summary>Takes what a queue has now, a batch at most, and hands it on. What fails comes back later; what keeps failing goes to the poison queue.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="cancel">Stops; what was taken comes back when its lease is over.</param>
    /// <returns>How many messages there were.</returns>
    public async Task<int> TakeAsync(string queue, CancellationToken cancel)
    {
        var taken = await queues.ReceiveAsync(queue, Batch, _lease, cancel);
        foreach (var message in taken) await HandleAsync(message, cancel);
        return taken.Count;
    }

    private async Task PumpAsync(string queue, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await queues.WaitAsync(queue, cancel);
                await TakeAsync(queue, cancel);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogError(e, "Reading queue {Queue} failed; trying again", queue);
                await Task.Delay(_retryAfter, time, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task HandleAsync(ReceivedMessage message, CancellationToken cancel)
    {
        try
        {
            if (message.Tries > Delivery.MaxTries)
            {
                log.LogError("Message {Id} of {Queue} has ended its process {Tries} times", message.Envelope.Id, message.Queue, message.Tries - 1);
                await queues.PoisonAsync(message, cancel);
                return;
            }

            await delivery.DeliverAsync(message.Queue, message.Envelope, cancel);
            await queues.DeleteAsync(message, cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            log.LogError(e, "Message {Id} of {Queue} failed on try {Try}", message.Envelope.Id, message.Queue, message.Tries);
            if (message.Tries >= Delivery.MaxTries) await queues.PoisonAsync(message, cancel);
            else await queues.ReleaseAsync(message, _retryAfter * message.Tries, cancel);
        }
    }
}
