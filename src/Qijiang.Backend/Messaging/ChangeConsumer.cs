using Qijiang.Backend.Storage;

namespace Qijiang.Backend.Messaging;

/// <summary>Reads the queue of changes and lets everything follow from each.</summary>
public sealed class ChangeConsumer(IEnumerable<IOnChange> followers) : IConsumer
{
    /// <inheritdoc/>
    public string Queue => StreamChanged.Queue;

    /// <inheritdoc/>
    public async Task ConsumeAsync(MessageEnvelope message, CancellationToken cancel)
    {
        var stream = StreamId.OfPartition(StreamChanged.Read(message.Body).Stream);
        foreach (var follower in followers) await follower.StreamChangedAsync(stream, cancel);
    }
}
