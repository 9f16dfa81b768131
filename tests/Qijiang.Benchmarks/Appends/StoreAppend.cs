using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;
using Qijiang.Benchmarks.Measuring;

namespace Qijiang.Benchmarks.Appends;

/// <summary>An append by an adapter: the commit as the event store asks for it.</summary>
/// <param name="rows">The store.</param>
/// <param name="table">The table.</param>
/// <param name="queue">The queue; nobody reads it.</param>
/// <param name="sample">What is appended.</param>
/// <param name="close">Closes the store and takes away what was written; null where the store ends by itself.</param>
internal sealed class StoreAppend(IRowStore rows, string table, string queue, SampleAppend sample, Func<ValueTask>? close = null) : Subject
{
    /// <inheritdoc/>
    public override async Task DoAsync(int caller, int n)
    {
        var changes = new Change[sample.Events.Count];
        for (var i = 0; i < changes.Length; i++)
            changes[i] = new Change.Insert(sample.KeyOf(n, i), sample.Events[i]);
        var message = new Message(queue, SampleAppend.MessageIdOf(caller, n), sample.Message);
        if (await rows.CommitAsync(table, SampleAppend.PartitionOf(caller, n), changes, [message], CancellationToken.None) is not CommitResult.Committed)
            throw new InvalidOperationException("An append that nobody disputes was refused.");
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => close?.Invoke() ?? ValueTask.CompletedTask;
}
