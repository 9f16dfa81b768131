using Qijiang.Backend.Storage;

namespace Qijiang.Backend.ReadModels;

/// <summary>
/// Writes all lists anew from the events, while everything goes on: after a new holiday notice or new rules, which move what
/// is due, and after anything that left a list behind. Safe to run twice, and beside itself.
/// </summary>
public sealed class Rebuild(IRowStore rows, Projector projector)
{
    /// <summary>Goes through every stream.</summary>
    /// <param name="done">Told after each stream how many are done.</param>
    /// <param name="cancel">Stops; what is done stays done.</param>
    public async Task RunAsync(Action<int> done, CancellationToken cancel)
    {
        var (last, count) = ("", 0);
        await foreach (var row in rows.ScanTableAsync(EventStore.Table, null, cancel))
        {
            if (row.Partition == last) continue;
            last = row.Partition;
            await projector.StreamChangedAsync(StreamId.OfPartition(last), cancel);
            done(++count);
        }
    }
}
