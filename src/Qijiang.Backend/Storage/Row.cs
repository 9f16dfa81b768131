namespace Qijiang.Backend.Storage;

/// <summary>One stored row.</summary>
/// <param name="Table">The table: 3 to 40 letters and digits, a letter first.</param>
/// <param name="Partition">The partition; everything that is committed together lies in one.</param>
/// <param name="Key">The key within the partition. Keys are ordered ordinally.</param>
/// <param name="ETag">Opaque; another one after every change of the row.</param>
/// <param name="Data">The bytes, exactly as they were given.</param>
public sealed record Row(string Table, string Partition, string Key, string ETag, ReadOnlyMemory<byte> Data);
