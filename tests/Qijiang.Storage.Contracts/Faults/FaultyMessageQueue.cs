using Qijiang.Backend.Messaging;

namespace Qijiang.Storage.Contracts.Faults;

/// <summary>A queue of which one call fails. Waiting never does.</summary>
/// <param name="inner">The queue behind it.</param>
/// <param name="faults">Which call, and how.</param>
public sealed class FaultyMessageQueue(IMessageQueue inner, FaultPlan faults) : IMessageQueue
{
    /// <summary>What is behind it.</summary>
    public IMessageQueue Inner { get; set; } = inner;

    public Task SendAsync(Message message, CancellationToken cancel) => DoAsync(() => Inner.SendAsync(message, cancel));

    public Task SendAgainAsync(string queue, MessageEnvelope envelope, TimeSpan delay, CancellationToken cancel) => DoAsync(() => Inner.SendAgainAsync(queue, envelope, delay, cancel));

    public Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(string queue, int max, TimeSpan lease, CancellationToken cancel) => faults.CallAsync(() => Inner.ReceiveAsync(queue, max, lease, cancel));

    public Task<bool> DeleteAsync(ReceivedMessage message, CancellationToken cancel) => faults.CallAsync(() => Inner.DeleteAsync(message, cancel));

    public Task<bool> ReleaseAsync(ReceivedMessage message, TimeSpan delay, CancellationToken cancel) => faults.CallAsync(() => Inner.ReleaseAsync(message, delay, cancel));

    public Task<bool> PoisonAsync(ReceivedMessage message, CancellationToken cancel) => faults.CallAsync(() => Inner.PoisonAsync(message, cancel));

    public Task WaitAsync(string queue, CancellationToken cancel) => Inner.WaitAsync(queue, cancel);

    private Task DoAsync(Func<Task> call) => faults.CallAsync(async () =>
    {
        await call();
        return true;
    });
}
