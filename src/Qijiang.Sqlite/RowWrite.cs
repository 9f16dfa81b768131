using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Qijiang.Backend.Storage;

namespace Qijiang.Sqlite;

/// <summary>A change as the writer takes it: bytes that are its own, and the new ETag.</summary>
/// <param name="Change">What was asked for.</param>
/// <param name="Expected">The ETag that must be there; null where none is asked for, or where the text can't be one of ours.</param>
/// <param name="ETag">The new one: random, so that it tells nothing about order or contents.</param>
/// <param name="Data">The bytes to write, copied: a caller that stopped waiting may use its buffer again.</param>
internal readonly record struct RowWrite(Change Change, long? Expected, long ETag, byte[] Data)
{
    /// <summary>Whether it can be in conflict.</summary>
    public bool IsConditional => Change is Change.Insert or Change.Replace or Change.Delete { ETag: not null };

    /// <summary>Whether it is in conflict where the row that was read is not there as it was.</summary>
    public bool NeedsWhatWasRead => IsConditional && Change is not Change.Insert;

    /// <summary>The changes of a commit.</summary>
    public static RowWrite[] Of(IReadOnlyList<Change> changes)
    {
        Span<byte> random = stackalloc byte[changes.Count * sizeof(long)];
        RandomNumberGenerator.Fill(random);
        var writes = new RowWrite[changes.Count];
        for (var i = 0; i < writes.Length; i++)
        {
            var etag = BinaryPrimitives.ReadInt64LittleEndian(random[(i * sizeof(long))..]);
            writes[i] = changes[i] switch
            {
                Change.Insert insert => new RowWrite(insert, null, etag, insert.Data.ToArray()),
                Change.Replace replace => new RowWrite(replace, Parse(replace.ETag), etag, replace.Data.ToArray()),
                Change.Upsert upsert => new RowWrite(upsert, null, etag, upsert.Data.ToArray()),
                var delete => new RowWrite(delete, Parse((delete as Change.Delete)?.ETag), etag, []),
            };
        }

        return writes;
    }

    /// <summary>The answer, should they be made.</summary>
    public static CommitResult Committed(RowWrite[] writes)
    {
        Dictionary<string, string> etags = new(writes.Length, StringComparer.Ordinal);
        foreach (var write in writes)
        {
            if (write.Change is not Change.Delete)
                etags[write.Change.Key] = Format(write.ETag);
        }

        return new CommitResult.Committed(etags);
    }

    /// <summary>A stored ETag as callers see it.</summary>
    public static string Format(long etag) => etag.ToString("x16", CultureInfo.InvariantCulture);

    private static long? Parse(string? etag) =>
        long.TryParse(etag, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : null;
}
