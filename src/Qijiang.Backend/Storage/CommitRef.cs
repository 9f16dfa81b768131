namespace Qijiang.Backend.Storage;

/// <summary>Names a commit by its first inserted row and the random id stored in that row.</summary>
/// <param name="Table">The table of the commit.</param>
/// <param name="Partition">Its partition.</param>
/// <param name="Key">The key of its first inserted row.</param>
/// <param name="Id">The random id of the commit.</param>
public sealed record CommitRef(string Table, string Partition, string Key, string Id);
