using System.Collections.Concurrent;
using System.Text;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;

namespace Qijiang.Azure.Messaging;

/// <summary>
/// Queues in Azure Storage. A message is an envelope's bytes in Base64, as the Functions host expects it; it never expires.
/// An empty queue is asked again ever more rarely, up to <see cref="AzureStorageOptions.LongestPoll"/>.
/// </summary>
public sealed class QueueMessageQueue : IMessageQueue
{
    private const int MaxReceived = 32;
    private static readonly TimeSpan Never = TimeSpan.FromSeconds(-1);
    private static readonly TimeSpan ShortestPoll = TimeSpan.FromMilliseconds(100);

    /// <summary>So long a message that names a commit stays hidden at least: most commits are there by then, and need one look.</summary>
    private static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(1);

    private readonly OpenedOnce<QueueClient> queues;
    private readonly ConcurrentDictionary<string, TimeSpan> pauses = new(StringComparer.Ordinal);
    private readonly TimeProvider time;
    private readonly TimeSpan longestPoll;

    /// <summary>The queues of one account. Keep one for the process: it holds the connections.</summary>
    /// <param name="options">The account.</param>
    /// <param name="time">Technical time.</param>
    public QueueMessageQueue(AzureStorageOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.time = time;
        longestPoll = options.LongestPoll;
        var service = AzureClients.Queues(options);
        var prefix = AzureClients.PrefixOf(options);
        queues = new(async name =>
        {
            var client = service.GetQueueClient(prefix + name);
            await client.CreateIfNotExistsAsync();
            return client;
        });
    }

    /// <inheritdoc/>
    public Task SendAsync(Message message, CancellationToken cancel)
    {
        StoreArguments.CheckMessage(message);
        return PutAsync(message.Queue, new MessageEnvelope(message.Id, message.Body, time.GetUtcNow(), null), message.Delay, cancel);
    }

    /// <inheritdoc/>
    public Task SendAgainAsync(string queue, MessageEnvelope envelope, TimeSpan delay, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        StoreArguments.CheckQueue(queue);
        StoreArguments.CheckEnvelope(envelope.Id, envelope.Body, delay);
        return PutAsync(queue, envelope, delay, cancel);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(string queue, int max, TimeSpan lease, CancellationToken cancel)
    {
        StoreArguments.CheckQueue(queue);
        var client = await queues.GetAsync(queue, cancel);
        QueueMessage[] taken = (await client.ReceiveMessagesAsync(Math.Min(max, MaxReceived), lease, cancel)).Value;
        if (taken.Length > 0)
            pauses.TryRemove(queue, out _);
        List<ReceivedMessage> received = new(taken.Length);
        foreach (var message in taken)
        {
            if (TryRead(message.MessageText) is { } envelope)
                received.Add(Received(envelope));
            else if (StoreArguments.IsPoison(queue))
                // Where it was moved to, somebody looks at it and decides: without an id, as nobody of ours sent it.
                received.Add(Received(new("", Encoding.UTF8.GetBytes(message.MessageText), message.InsertedOn ?? time.GetUtcNow(), null)));
            else
                await WhileLeasedAsync(() => MoveAsync(queue, new(message.MessageId, message.PopReceipt), message.MessageText, cancel));

            ReceivedMessage Received(MessageEnvelope envelope) => new(queue, new Receipt(message.MessageId, message.PopReceipt).ToString(), checked((int)message.DequeueCount), envelope);
        }

        return received;
    }

    /// <inheritdoc/>
    public async Task<bool> DeleteAsync(ReceivedMessage message, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(message);
        var client = await queues.GetAsync(message.Queue, cancel);
        var receipt = Receipt.Parse(message.Receipt);
        return await WhileLeasedAsync(() => client.DeleteMessageAsync(receipt.MessageId, receipt.PopReceipt, cancel));
    }

    /// <inheritdoc/>
    public async Task<bool> ReleaseAsync(ReceivedMessage message, TimeSpan delay, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(message);
        StoreArguments.CheckDelay(delay);
        var client = await queues.GetAsync(message.Queue, cancel);
        var receipt = Receipt.Parse(message.Receipt);
        return await WhileLeasedAsync(() => client.UpdateMessageAsync(receipt.MessageId, receipt.PopReceipt, visibilityTimeout: delay, cancellationToken: cancel));
    }

    /// <inheritdoc/>
    public Task<bool> PoisonAsync(ReceivedMessage message, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(message);
        return WhileLeasedAsync(() => MoveAsync(message.Queue, Receipt.Parse(message.Receipt), Written(message.Envelope), cancel));
    }

    /// <inheritdoc/>
    public Task WaitAsync(string queue, CancellationToken cancel)
    {
        StoreArguments.CheckQueue(queue);
        var pause = pauses.AddOrUpdate(queue, _ => ShortestPoll, (_, last) => last * 2 < longestPoll ? last * 2 : longestPoll);
        return Task.Delay(pause, time, cancel);
    }

    /// <summary>Sends a message ahead of the commit on which it depends.</summary>
    internal Task SendFirstAsync(Message message, CommitRef commit, CancellationToken cancel) => PutAsync(
        message.Queue,
        new MessageEnvelope(message.Id, message.Body, time.GetUtcNow(), commit),
        message.Delay > FirstLook ? message.Delay : FirstLook,
        cancel);

    private async Task PutAsync(string queue, MessageEnvelope envelope, TimeSpan delay, CancellationToken cancel)
    {
        var client = await queues.GetAsync(queue, cancel);
        await client.SendMessageAsync(Written(envelope), delay, Never, cancel);
    }

    // The lease is made sure of first: what somebody else has by now is theirs to judge.
    private async Task MoveAsync(string queue, Receipt receipt, string text, CancellationToken cancel)
    {
        var client = await queues.GetAsync(queue, cancel);
        var poison = await queues.GetAsync(StoreArguments.PoisonOf(queue), cancel);
        UpdateReceipt held = await client.UpdateMessageAsync(receipt.MessageId, receipt.PopReceipt, visibilityTimeout: TimeSpan.FromMinutes(2), cancellationToken: cancel);
        await poison.SendMessageAsync(text, TimeSpan.Zero, Never, cancel);
        await client.DeleteMessageAsync(receipt.MessageId, held.PopReceipt, cancel);
    }

    private static async Task<bool> WhileLeasedAsync(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (RequestFailedException e) when (e.ErrorCode == QueueErrorCode.MessageNotFound || e.ErrorCode == QueueErrorCode.PopReceiptMismatch)
        {
            return false;
        }
    }

    private static string Written(MessageEnvelope envelope) => Convert.ToBase64String(MessageEnvelopeCodec.Encode(envelope));

    // Null: not ours. It goes to the poison queue, where an operator sees it, and holds nobody up.
    private static MessageEnvelope? TryRead(string text)
    {
        try
        {
            return MessageEnvelopeCodec.Decode(Convert.FromBase64String(text));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private sealed record Receipt(string MessageId, string PopReceipt)
    {
        private const char Separator = ' ';

        public static Receipt Parse(string text) =>
            text.Split(Separator, 2) is [var id, var pop] ? new(id, pop) : throw new ArgumentException("Not a receipt of this engine.", nameof(text));

        public override string ToString() => MessageId + Separator + PopReceipt;
    }
}
