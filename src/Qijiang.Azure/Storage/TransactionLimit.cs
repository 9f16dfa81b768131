using Qijiang.Backend.Storage;

namespace Qijiang.Azure.Storage;

/// <summary>
/// A transaction's request is at most 4 MiB, with its bytes in Base64 and its keys once or twice. What
/// <see cref="StoreLimits"/> allows fits, unless a hundred rows are full and their keys long as well.
/// </summary>
internal static class TransactionLimit
{
    private const int MaxRequestBytes = 4 * 1024 * 1024;

    // A part's headers, its address and the entity's own JSON, without keys and data: measured, with room for a longer host name.
    private const int BytesOfAPart = 1000;

    public static void Check(string partition, IReadOnlyList<Change> changes)
    {
        if (changes.Count == 1)
            return;
        var bytes = changes.Sum(change => BytesOfAPart + (2 * (partition.Length + change.Key.Length)) + Base64Bytes(change));
        if (bytes > MaxRequestBytes)
            throw new StoreLimitException($"A transaction's request is at most {MaxRequestBytes} bytes, this one takes up to {bytes}: fewer changes, or shorter keys.");
    }

    private static int Base64Bytes(Change change) => change switch
    {
        Change.Insert insert => Base64(insert.Data.Length),
        Change.Replace replace => Base64(replace.Data.Length),
        Change.Upsert upsert => Base64(upsert.Data.Length),
        _ => 0,
    };

    private static int Base64(int bytes) => (bytes + 2) / 3 * 4;
}
