using Microsoft.Extensions.Logging;
using NodaTime;
using Qijiang.Backend.Storage;

namespace Qijiang.Backend.Audit;

/// <summary>
/// Makes a checkpoint over the heads of all streams. It may run late, twice at once or not at all: of two that run at once one
/// wins, and where no stream has changed since the newest there is no other. Streams that grow meanwhile are covered up to
/// where they were read; the next checkpoint covers the rest.
/// </summary>
public sealed class CheckpointTick(IRowStore rows, Checkpoints checkpoints, CheckpointKey key, TimeProvider time, ILogger<CheckpointTick> log)
{
    /// <summary>Makes one.</summary>
    /// <returns>The newest checkpoint there is then; null where there is nothing to cover.</returns>
    public async Task<SignedCheckpoint?> RunAsync(CancellationToken cancel)
    {
        var known = new StreamHeads();
        SignedCheckpoint? newest = null;
        var number = 0;
        await foreach (var stored in checkpoints.ReadAsync(cancel))
        {
            number = stored.Number;
            newest = stored.Checkpoint ?? newest;
            known.Add(stored.Added);
        }

        var changed = await ChangedAsync(known, cancel);
        if (changed.Count == 0) return newest;

        known.Add(changed);
        var publicKey = await key.GetPublicAsync(cancel);
        var checkpoint = new Checkpoint(
            number + 1, Instant.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds()), known.Count, NamedHash.Of(known.Lines), newest?.Statement.Hash ?? Checkpoint.None, NamedHash.Of(publicKey), SignSuite.Current);
        var signed = new SignedCheckpoint(checkpoint, await key.SignAsync(checkpoint, cancel), publicKey);
        if (!await checkpoints.AddAsync(signed, changed, cancel)) return (await checkpoints.ExportAsync(cancel))?.Checkpoint;
        // Whoever collects the log elsewhere keeps the hash elsewhere.
        log.LogInformation("Checkpoint {Number} covers {Streams} streams, {Changed} of them changed: {Hash}", checkpoint.Number, checkpoint.Streams, changed.Count, checkpoint.Hash);
        return signed;
    }

    /// <summary>The heads that follow the known ones. What a checkpoint covers and is no longer there stays covered, for verification to find, and is named in the log.</summary>
    private async Task<IReadOnlyList<StreamHead>> ChangedAsync(StreamHeads known, CancellationToken cancel)
    {
        var changed = new List<StreamHead>();
        var lost = known.All.Select(head => head.Stream).ToHashSet(StringComparer.Ordinal);
        var (stream, version, before) = ("", 0, default(ReadOnlyMemory<byte>));
        await foreach (var row in rows.ScanTableAsync(EventStore.Table, null, cancel))
        {
            if (row.Partition != stream) Close(row.Partition);
            if (EventStore.VersionOf(row.Key) is not { } next) continue;
            version = next;
            if (!VoidRow.IsVoid(row)) before = row.Data;
            if (known.Find(stream) is { } covered && covered.Version == version && NamedHash.Fits(covered.Hash, before.Span)) lost.Remove(stream);
        }

        Close("");
        if (lost.Count > 0) log.LogError("What checkpoints cover is no longer there in {Count} streams, among them {Stream}: run verify", lost.Count, lost.Order(StringComparer.Ordinal).First());
        return changed;

        void Close(string next)
        {
            if (version > (known.Find(stream)?.Version ?? 0)) changed.Add(new(stream, version, NamedHash.Of(before.Span)));
            (stream, version, before) = (next, 0, default);
        }
    }
}
