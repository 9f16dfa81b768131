using System.Collections.Concurrent;

namespace Qijiang.Sqlite;

/// <summary>Wakes who waits for a queue of this process.</summary>
internal sealed class QueueSignals
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> next = new(StringComparer.Ordinal);

    /// <summary>Completes with the next signal for the queue. Ask for it before looking into the queue, so that none is missed.</summary>
    public Task Next(string queue) =>
        next.GetOrAdd(queue, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Something in the queue has changed.</summary>
    public void Raise(string queue)
    {
        if (next.TryRemove(queue, out var signal))
            signal.SetResult();
    }
}
