using Qijiang.Backend.Storage;

namespace Qijiang.Backend.Messaging;

/// <summary>Something that follows whenever a stream has changed. It reads the stream as it is now, so that order and repetition don't matter.</summary>
public interface IOnChange
{
    /// <summary>Does what follows from the stream as it stands. Safe to ask again.</summary>
    Task StreamChangedAsync(StreamId stream, CancellationToken cancel);
}
