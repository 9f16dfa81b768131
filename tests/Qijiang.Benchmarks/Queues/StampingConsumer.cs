using System.Diagnostics;
using System.Threading.Channels;
using Qijiang.Backend.Messaging;

namespace Qijiang.Benchmarks.Queues;

/// <summary>A handler that notes when it was called.</summary>
internal sealed class StampingConsumer : IConsumer
{
    private readonly Channel<long> stamps = Channel.CreateUnbounded<long>();

    /// <inheritdoc/>
    public string Queue => "benchmark";

    /// <summary>When the next message was handed over, as <see cref="Stopwatch.GetTimestamp"/> counts.</summary>
    public ValueTask<long> NextAsync() => stamps.Reader.ReadAsync();

    /// <inheritdoc/>
    public Task ConsumeAsync(MessageEnvelope message, CancellationToken cancel)
    {
        stamps.Writer.TryWrite(Stopwatch.GetTimestamp());
        return Task.CompletedTask;
    }
}
