using Qijiang.Backend.Storage;

namespace Qijiang.Azure.Storage;

/// <summary>
/// A transaction's request is at most 4 MiB, with its bytes in Base64 and its keys twice, escaped. What
/// <see cref="StoreLimits"/> allows fits, unless a hundred rows are full and their keys long and all punctuation as well.
/// </summary>
internal static class TransactionLimit
{
    private const int MaxRequestBytes = 4 * 1024 * 1024;

    // A part's headers, its address and the entity's own JSON, without keys and data: 510 against the emulator, and room for a real host's name.
    private const int BytesOfAPart = 700;

    // A quote is doubled and escaped in an address, and \u0027 in JSON.
    private const int LongestEscape = 6;

    public static void Check(string partition, IReadOnlyList<Change> changes)
    {
        if (changes.Count == 1)
            return;
        var bytes = changes.Sum(change => BytesOfAPart + (2 * (Escaped(partition) + Escaped(change.Key))) + Base64Bytes(change));
        if (bytes > MaxRequestBytes)
            throw new StoreLimitException($"A transaction's request is at most {MaxRequestBytes} bytes, this one takes up to {bytes}: fewer changes, or shorter keys.");
    }

    private static int Escaped(string key) => key.Sum(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? 1 : LongestEscape);

    private static int Base64Bytes(Change change) => change switch
    {
        Change.Insert insert => Base64(insert.Data.Length),
        Change.Replace replace => Base64(replace.Data.Length),
        Change.Upsert upsert => Base64(upsert.Data.Length),
        _ => 0,
    };

    private static int Base64(int bytes) => (bytes + 2) / 3 * 4;
}
