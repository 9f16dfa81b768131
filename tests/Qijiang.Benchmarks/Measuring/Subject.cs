namespace Qijiang.Benchmarks.Measuring;

/// <summary>One way of doing a thing. It is opened anew for each round, so that every round begins with the same.</summary>
internal abstract class Subject : IAsyncDisposable
{
    /// <summary>Does it once.</summary>
    /// <param name="caller">Which of the callers, from 0.</param>
    /// <param name="n">How often that caller did it before.</param>
    public abstract Task DoAsync(int caller, int n);

    /// <summary>Waits until nothing runs any more of what was begun, so that it does not slow the next round.</summary>
    public virtual Task SettleAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
