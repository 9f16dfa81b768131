using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Qijiang.Backend.Storage;

namespace Qijiang.Azure.Storage;

/// <summary>How a row lies in an entity (README.md, "Row layout").</summary>
internal static class RowLayout
{
    // Stored for ever: these property names are the storage format.
    private const string InsertedBy = "c";
    private const string WrittenBy = "w";
    private const string ChunkPrefix = "d";
    private const int ChunkBytes = 64 * 1024;
    private const char Separator = '|';

    /// <summary>What a void row says in place of a commit's id.</summary>
    private const string Void = "void";

    /// <summary>Well-formed, and older than any entity: matches none.</summary>
    private static readonly ETag NoEntitys = new("W/\"datetime'1601-01-01T00%3A00%3A00.0000000Z'\"");

    /// <summary>The properties that tell whose a row is, without its bytes.</summary>
    public static string[] Marks { get; } = [InsertedBy, WrittenBy];

    public static TableEntity Inserted(string partition, string key, ReadOnlyMemory<byte> data, string commit) =>
        Fill(new TableEntity(partition, key) { [InsertedBy] = commit }, data);

    public static TableEntity Replaced(string partition, string key, ReadOnlyMemory<byte> data, string commit, string etag)
    {
        var entity = new TableEntity(partition, key) { [WrittenBy] = commit };
        if (etag.IndexOf(Separator, StringComparison.Ordinal) is > 0 and var end)
            entity[InsertedBy] = etag[..end];
        return Fill(entity, data);
    }

    public static TableEntity Upserted(string partition, string key, ReadOnlyMemory<byte> data, string commit) =>
        Fill(new TableEntity(partition, key) { [WrittenBy] = commit }, data);

    public static TableEntity VoidRow(string partition, string key) => new(partition, key) { [InsertedBy] = Void };

    public static bool IsInsertedBy(TableEntity entity, string commit) => entity.GetString(InsertedBy) == commit;

    public static bool IsLastWrittenBy(TableEntity entity, string commit) => (entity.GetString(WrittenBy) ?? entity.GetString(InsertedBy)) == commit;

    public static Row ToRow(string table, TableEntity entity) =>
        new(table, entity.PartitionKey, entity.RowKey, PortETag(entity.ETag, entity.GetString(InsertedBy)), DataOf(entity));

    /// <summary>The port's ETag: it carries the id of the inserting commit along, so that replacing a row doesn't forget whose insert it was.</summary>
    public static string PortETag(ETag? etag, string? insertedBy) => insertedBy + Separator + (etag ?? NoEntitys).ToString("H");

    public static string PortETagOf(Change change, ETag? etag, string commit) => PortETag(etag, change switch
    {
        Change.Insert => commit,
        Change.Replace replace when replace.ETag.IndexOf(Separator, StringComparison.Ordinal) is >= 0 and var end => replace.ETag[..end],
        _ => null,
    });

    /// <summary>The service's ETag; of a text that is none of ours, one that matches nothing.</summary>
    public static ETag ServiceETag(string etag) =>
        etag.IndexOf(Separator, StringComparison.Ordinal) is >= 0 and var end ? new ETag(etag[(end + 1)..]) : NoEntitys;

    private static TableEntity Fill(TableEntity entity, ReadOnlyMemory<byte> data)
    {
        for (var start = 0; start < data.Length; start += ChunkBytes)
            entity[ChunkName(start / ChunkBytes)] = BinaryData.FromBytes(data.Slice(start, Math.Min(ChunkBytes, data.Length - start)));
        return entity;
    }

    private static ReadOnlyMemory<byte> DataOf(TableEntity entity)
    {
        if (entity.GetBinary(ChunkName(0)) is not { } first)
            return default;
        if (!entity.ContainsKey(ChunkName(1)))
            return first;
        using var all = new MemoryStream(first.Length * 2);
        for (var i = 0; entity.GetBinary(ChunkName(i)) is { } chunk; i++)
            all.Write(chunk);
        return all.ToArray();
    }

    private static string ChunkName(int index) => ChunkPrefix + index.ToString(CultureInfo.InvariantCulture);
}
