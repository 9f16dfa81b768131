using Qijiang.Backend.Storage;

namespace Qijiang.Backend.Audit;

/// <summary>
/// Looks whether all that was recorded is still there as it was: the chain of every stream, the checkpoints, and what they
/// cover. It only reads, and reads no more than what is stored: no key is needed, what was erased stays so, and the service may
/// go on meanwhile.
/// </summary>
public sealed class Verification(IRowStore rows, Checkpoints checkpoints)
{
    /// <summary>Looks at everything.</summary>
    /// <param name="kept">What is kept elsewhere, to be held against the store.</param>
    /// <param name="done">Told after each stream how many are done, and how many the newest checkpoint covers.</param>
    /// <param name="cancel">Stops looking.</param>
    public async Task<Verified> RunAsync(KeptElsewhere kept, Action<int, int> done, CancellationToken cancel)
    {
        var findings = new List<Finding>();
        // Before the events: streams only grow, so that whatever these cover is there.
        var signed = new CheckpointCheck(kept, findings);
        await foreach (var checkpoint in checkpoints.ReadAsync(cancel)) signed.Next(checkpoint);
        signed.End();

        var (streams, looked, uncovered) = (0, 0, 0);
        var gone = signed.Streams.ToHashSet(StringComparer.Ordinal);
        StreamCheck? check = null;
        var at = "";
        await foreach (var row in rows.ScanTableAsync(EventStore.Table, null, cancel))
        {
            if (check is null || row.Partition != at)
            {
                Close();
                check = new(at = row.Partition, signed.Of(row.Partition), findings);
                gone.Remove(at);
            }

            check.Next(row);
        }

        Close();
        foreach (var stream in gone.Order(StringComparer.Ordinal)) new StreamCheck(stream, signed.Of(stream), findings).End();
        return new(streams, looked, uncovered, signed.Count, signed.Newest, findings);

        void Close()
        {
            if (check is null) return;
            check.End();
            (streams, looked, uncovered) = (streams + 1, looked + check.Rows, uncovered + check.Uncovered);
            done(streams, signed.Newest?.Streams ?? 0);
        }
    }
}
