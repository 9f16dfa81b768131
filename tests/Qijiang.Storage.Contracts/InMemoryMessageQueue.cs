using System.Globalization;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;

namespace Qijiang.Storage.Contracts;

/// <summary>Queues in memory, for tests. Share one with an <see cref="InMemoryRowStore"/>, whose commits then send into it.</summary>
/// <param name="time">The clock of leases and delays.</param>
public sealed class InMemoryMessageQueue(TimeProvider time) : IMessageQueue
{
    private readonly Dictionary<string, List<Entry>> queues = new(StringComparer.Ordinal);
    private TaskCompletionSource sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long receipts;

    /// <summary>Held by the row store as well, so that a commit and its messages are one.</summary>
    internal Lock Gate { get; } = new();

    public Task SendAsync(Message message, CancellationToken cancel)
    {
        StoreArguments.CheckMessage(message);
        Enqueue(message, commit: null, atLeast: TimeSpan.Zero);
        return Task.CompletedTask;
    }

    public Task SendAgainAsync(string queue, MessageEnvelope envelope, TimeSpan delay, CancellationToken cancel)
    {
        StoreArguments.CheckQueue(queue);
        StoreArguments.CheckEnvelope(envelope.Id, envelope.Body, delay);
        Enqueue(queue, envelope, delay);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(string queue, int max, TimeSpan lease, CancellationToken cancel)
    {
        StoreArguments.CheckQueue(queue);
        lock (Gate)
        {
            var now = time.GetUtcNow();
            IReadOnlyList<ReceivedMessage> taken = [.. Of(queue).Where(e => e.Visible <= now).Take(max).Select(e => Lease(queue, e, now + lease))];
            return Task.FromResult(taken);
        }
    }

    public Task<bool> DeleteAsync(ReceivedMessage message, CancellationToken cancel)
    {
        lock (Gate)
            return Task.FromResult(Of(message.Queue).RemoveAll(e => e.Receipt == message.Receipt) > 0);
    }

    public Task<bool> ReleaseAsync(ReceivedMessage message, TimeSpan delay, CancellationToken cancel)
    {
        StoreArguments.CheckDelay(delay);
        lock (Gate)
        {
            if (Of(message.Queue).Find(e => e.Receipt == message.Receipt) is not { } entry)
                return Task.FromResult(false);
            entry.Receipt = null;
            entry.Visible = time.GetUtcNow() + delay;
            Signal();
            return Task.FromResult(true);
        }
    }

    public Task<bool> PoisonAsync(ReceivedMessage message, CancellationToken cancel)
    {
        lock (Gate)
        {
            if (Of(message.Queue).Find(e => e.Receipt == message.Receipt) is not { } entry)
                return Task.FromResult(false);
            Of(message.Queue).Remove(entry);
            Enqueue(StoreArguments.PoisonOf(message.Queue), entry.Envelope, TimeSpan.Zero);
            return Task.FromResult(true);
        }
    }

    public async Task WaitAsync(string queue, CancellationToken cancel)
    {
        StoreArguments.CheckQueue(queue);
        cancel.ThrowIfCancellationRequested();
        Task signal;
        TimeSpan untilNext;
        lock (Gate)
        {
            signal = sent.Task;
            untilNext = Of(queue).Select(e => e.Visible - time.GetUtcNow()).Append(TimeSpan.FromDays(1)).Min();
        }

        if (untilNext <= TimeSpan.Zero)
            return;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await Task.WhenAny(signal, Task.Delay(untilNext, time, over.Token));
        await over.CancelAsync();
        cancel.ThrowIfCancellationRequested();
    }

    /// <summary>When something in a queue can be received; null where it is empty.</summary>
    /// <param name="queue">The queue.</param>
    public DateTimeOffset? NextVisible(string queue)
    {
        lock (Gate)
            return queues.TryGetValue(queue, out var entries) && entries.Count > 0 ? entries.Min(entry => entry.Visible) : null;
    }

    /// <summary>Sends on behalf of a commit.</summary>
    internal void Enqueue(Message message, CommitRef? commit, TimeSpan atLeast) => Enqueue(
        message.Queue,
        new MessageEnvelope(message.Id, message.Body, time.GetUtcNow(), commit),
        message.Delay > atLeast ? message.Delay : atLeast);

    private void Enqueue(string queue, MessageEnvelope envelope, TimeSpan delay)
    {
        lock (Gate)
        {
            Of(queue).Add(new Entry(envelope with { Body = envelope.Body.ToArray() }) { Visible = time.GetUtcNow() + delay });
            Signal();
        }
    }

    private ReceivedMessage Lease(string queue, Entry entry, DateTimeOffset until)
    {
        entry.Visible = until;
        entry.Receipt = (++receipts).ToString(CultureInfo.InvariantCulture);
        return new ReceivedMessage(queue, entry.Receipt, ++entry.Tries, entry.Envelope);
    }

    private List<Entry> Of(string queue)
    {
        if (!queues.TryGetValue(queue, out var entries))
            queues[queue] = entries = [];
        return entries;
    }

    private void Signal()
    {
        sent.SetResult();
        sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Entry(MessageEnvelope envelope)
    {
        public MessageEnvelope Envelope { get; } = envelope;

        public DateTimeOffset Visible { get; set; }

        public string? Receipt { get; set; }

        public int Tries { get; set; }
    }
}
