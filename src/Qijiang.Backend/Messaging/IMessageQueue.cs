namespace Qijiang.Backend.Messaging;

/// <summary>Queues with leases, at-least-once. Every engine passes <c>MessageQueueContract</c>. Messages never expire.</summary>
public interface IMessageQueue
{
    /// <summary>Sends a message that depends on no commit. Durable when it returns.</summary>
    Task SendAsync(Message message, CancellationToken cancel);

    /// <summary>Sends an envelope again as it is, later: a copy that keeps its id, its first-sent time and its commit.</summary>
    Task SendAgainAsync(string queue, MessageEnvelope envelope, TimeSpan delay, CancellationToken cancel);

    /// <summary>Takes up to so many visible messages; they are invisible to others until the lease ends.</summary>
    Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(string queue, int max, TimeSpan lease, CancellationToken cancel);

    /// <summary>Done with it. False: the lease was lost, somebody else may have it.</summary>
    Task<bool> DeleteAsync(ReceivedMessage message, CancellationToken cancel);

    /// <summary>Gives it back, visible again after the delay. False: the lease was lost.</summary>
    Task<bool> ReleaseAsync(ReceivedMessage message, TimeSpan delay, CancellationToken cancel);

    /// <summary>Moves it to the queue's poison queue (<c>queue-poison</c>, as the Functions host names it). False: the lease was lost.</summary>
    Task<bool> PoisonAsync(ReceivedMessage message, CancellationToken cancel);

    /// <summary>Returns when something may be there to receive: by a signal or at the next due message (SQLite), by back-off (Azure).</summary>
    Task WaitAsync(string queue, CancellationToken cancel);
}
