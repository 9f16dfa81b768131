using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Qijiang.Backend.Storage;

namespace Qijiang.Backend.Audit;

/// <summary>
/// The checkpoints in the store. Each has the heads that are others than in the one before it, in rows of their own: written
/// first and named by the checkpoint's row, so that a checkpoint is there with all its heads or not at all.
/// </summary>
public sealed class Checkpoints(IRowStore rows)
{
    internal const string Table = "checkpoints";
    internal const string HeadTable = "checkpointheads";
    internal const string Partition = "installation";
    private const int BytesInARow = 256 * 1024;

    /// <summary>All of them, oldest first.</summary>
    internal async IAsyncEnumerable<StoredCheckpoint> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in rows.ScanAsync(Table, Partition, "", "", null, cancel))
        {
            // A key that is no number is nothing that was ever written here.
            if (!int.TryParse(row.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || row.Key != KeyOf(number)) continue;
            yield return await ReadAsync(number, row, cancel);
        }
    }

    /// <summary>The newest, for keeping elsewhere; null where there is none.</summary>
    /// <param name="cancel">Stops reading.</param>
    public async Task<ExportedCheckpoint?> ExportAsync(CancellationToken cancel)
    {
        var heads = new StreamHeads();
        SignedCheckpoint? newest = null;
        await foreach (var stored in ReadAsync(cancel))
        {
            heads.Add(stored.Added);
            newest = stored.Checkpoint ?? newest;
        }

        return newest is null ? null : new(newest, newest.Statement.Text, [.. heads.All.Select(head => head.ToString())]);
    }

    /// <summary>Stores one; false where somebody else has stored one of that number.</summary>
    internal async Task<bool> AddAsync(SignedCheckpoint signed, IReadOnlyList<StreamHead> added, CancellationToken cancel)
    {
        // Named at random: what another maker of the same number leaves behind belongs to no checkpoint and is never read.
        var partition = $"{KeyOf(signed.Statement.Number)}-{RandomNumberGenerator.GetHexString(12, lowercase: true)}";
        var part = 0;
        foreach (var data in InRows(added)) await rows.CommitAsync(HeadTable, partition, [new Change.Upsert(KeyOf(++part), data)], [], cancel);
        var row = JsonSerializer.SerializeToUtf8Bytes(new CheckpointRow(signed, partition), AuditJson.Stored.CheckpointRow);
        return await rows.CommitAsync(Table, Partition, [new Change.Insert(KeyOf(signed.Statement.Number), row)], [], cancel) is CommitResult.Committed;
    }

    internal static string KeyOf(int number) => number.ToString("D10", CultureInfo.InvariantCulture);

    private async Task<StoredCheckpoint> ReadAsync(int number, Row row, CancellationToken cancel)
    {
        try
        {
            if (JsonSerializer.Deserialize(row.Data.Span, AuditJson.Stored.CheckpointRow) is not { Checkpoint.Statement: not null } read || !StoreLimits.IsKey(read.Added ?? "")) return new(number, null, []);
            var added = new List<StreamHead>();
            await foreach (var part in rows.ScanAsync(HeadTable, read.Added!, "", "", null, cancel))
                added.AddRange(Encoding.UTF8.GetString(part.Data.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(StreamHead.Parse));
            return new(number, read.Checkpoint, added);
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            return new(number, null, []);
        }
    }

    private static IEnumerable<byte[]> InRows(IReadOnlyList<StreamHead> heads)
    {
        var lines = new StringBuilder();
        foreach (var head in heads)
        {
            lines.Append(head).Append('\n');
            if (lines.Length < BytesInARow) continue;   // keys and hashes are ASCII
            yield return Encoding.UTF8.GetBytes(lines.ToString());
            lines.Clear();
        }

        if (lines.Length > 0) yield return Encoding.UTF8.GetBytes(lines.ToString());
    }
}
