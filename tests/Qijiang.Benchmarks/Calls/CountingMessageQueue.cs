using Qijiang.Backend.Messaging;

namespace Qijiang.Benchmarks.Calls;

/// <summary>Counts messages that are sent and those that are finished with; looking for some is not counted, it depends on the hour and not on requests.</summary>
/// <param name="inner">The queues.</param>
/// <param name="counter">Where it is counted.</param>
internal sealed class CountingMessageQueue(IMessageQueue inner, StoreCounter counter) : IMessageQueue
{
    /// <inheritdoc/>
    public Task SendAsync(Message message, CancellationToken cancel)
    {
        counter.Send(1);
        return inner.SendAsync(message, cancel);
    }

    /// <inheritdoc/>
    public Task SendAgainAsync(string queue, MessageEnvelope envelope, TimeSpan delay, CancellationToken cancel)
    {
        counter.Send(1);
        return inner.SendAgainAsync(queue, envelope, delay, cancel);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(string queue, int max, TimeSpan lease, CancellationToken cancel) =>
        inner.ReceiveAsync(queue, max, lease, cancel);

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(ReceivedMessage message, CancellationToken cancel) => CountedAsync(inner.DeleteAsync(message, cancel));

    /// <inheritdoc/>
    public Task<bool> ReleaseAsync(ReceivedMessage message, TimeSpan delay, CancellationToken cancel) => inner.ReleaseAsync(message, delay, cancel);

    /// <inheritdoc/>
    public Task<bool> PoisonAsync(ReceivedMessage message, CancellationToken cancel) => CountedAsync(inner.PoisonAsync(message, cancel));

    /// <inheritdoc/>
    public Task WaitAsync(string queue, CancellationToken cancel) => inner.WaitAsync(queue, cancel);

    private async Task<bool> CountedAsync(Task<bool> finishing)
    {
        if (!await finishing)
            return false;
        counter.Finish();
        return true;
    }
}
