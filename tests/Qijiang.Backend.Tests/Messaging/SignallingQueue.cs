using System.Threading.Channels;
using Qijiang.Backend.Messaging;

namespace Qijiang.Backend.Tests.Messaging;

/// <summary>A queue that tells what a pump has done with each message, so that a test need not wait by the clock.</summary>
internal sealed class SignallingQueue(IMessageQueue inner) : IMessageQueue
{
    private readonly Channel<string> signals = Channel.CreateUnbounded<string>();

    /// <summary>Thrown once by the next receive.</summary>
    public Exception? Outage { get; set; }

    /// <summary>What was done next: <c>deleted m1</c>, <c>released m1</c>, <c>poisoned m1</c>, <c>outage</c>.</summary>
    public async Task<string> NextAsync()
    {
        using var hung = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        return await signals.Reader.ReadAsync(hung.Token);
    }

    public Task SendAsync(Message message, CancellationToken cancel) => inner.SendAsync(message, cancel);

    public Task SendAgainAsync(string queue, MessageEnvelope envelope, TimeSpan delay, CancellationToken cancel) => inner.SendAgainAsync(queue, envelope, delay, cancel);

    public Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(string queue, int max, TimeSpan lease, CancellationToken cancel)
    {
        if (Outage is not { } outage) return inner.ReceiveAsync(queue, max, lease, cancel);
        Outage = null;
        signals.Writer.TryWrite("outage");
        return Task.FromException<IReadOnlyList<ReceivedMessage>>(outage);
    }

    public async Task<bool> DeleteAsync(ReceivedMessage message, CancellationToken cancel) => Signal("deleted", message, await inner.DeleteAsync(message, cancel));

    public async Task<bool> ReleaseAsync(ReceivedMessage message, TimeSpan delay, CancellationToken cancel) =>
        Signal("released", message, await inner.ReleaseAsync(message, delay, cancel));

    public async Task<bool> PoisonAsync(ReceivedMessage message, CancellationToken cancel) => Signal("poisoned", message, await inner.PoisonAsync(message, cancel));

    public Task WaitAsync(string queue, CancellationToken cancel) => inner.WaitAsync(queue, cancel);

    private bool Signal(string what, ReceivedMessage message, bool done)
    {
        signals.Writer.TryWrite($"{what} {message.Envelope.Id}");
        return done;
    }
}
