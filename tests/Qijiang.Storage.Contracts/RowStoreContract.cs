using Qijiang.Backend.Storage;

namespace Qijiang.Storage.Contracts;

/// <summary>
/// What every row store promises, see <see cref="IRowStore"/>. An engine's test class inherits it and says how a clean store
/// is had. One file an aspect: commits, races, scans, limits, messages, giving up.
/// </summary>
public abstract partial class RowStoreContract : StorageContract
{
    private const string P = "qj!2026";

    private static Change.Insert Insert(string key, string text = "first") => new(key, Bytes(text));

    private static Change.Replace Replace(string key, string etag, string text = "second") => new(key, etag, Bytes(text));

    private static Change.Upsert Upsert(string key, string text = "third") => new(key, Bytes(text));

    private static Change.Delete Delete(string key, string? etag = null) => new(key, etag);

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static string Text(Row? row) => System.Text.Encoding.UTF8.GetString(row!.Data.Span);

    /// <summary>Commits one change and gives its ETag.</summary>
    private async Task<string> Put(string key, string text = "first") =>
        await Commit(P, Upsert(key, text)) is CommitResult.Committed done ? done.ETags[key] : throw new InvalidOperationException("An upsert was in conflict.");
}
