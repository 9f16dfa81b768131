namespace Qijiang.Backend.Storage;

/// <summary>One change of one row within a commit.</summary>
/// <param name="Key">The row's key within the commit's partition.</param>
public abstract record Change(string Key)
{
    /// <summary>A new row. Conflict where one is there.</summary>
    public sealed record Insert(string Key, ReadOnlyMemory<byte> Data) : Change(Key);

    /// <summary>New bytes for the row that was read. Conflict where it was changed since, or is gone.</summary>
    public sealed record Replace(string Key, string ETag, ReadOnlyMemory<byte> Data) : Change(Key);

    /// <summary>The bytes, whether the row was there or not. Never a conflict.</summary>
    public sealed record Upsert(string Key, ReadOnlyMemory<byte> Data) : Change(Key);

    /// <summary>No such row any more. With an ETag: conflict where it was changed since, or is gone; without: never a conflict.</summary>
    public sealed record Delete(string Key, string? ETag) : Change(Key);
}
