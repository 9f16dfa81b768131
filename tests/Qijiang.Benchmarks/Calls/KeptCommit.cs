using Qijiang.Backend.Storage;

namespace Qijiang.Benchmarks.Calls;

/// <summary>What a commit wrote, messages left out.</summary>
internal sealed record KeptCommit(string Table, string Partition, IReadOnlyList<Change> Changes)
{
    /// <summary>Writes the same rows once more and nothing else: no reading, no checks, no conflicts.</summary>
    public Task RewriteAsync(IRowStore rows) => rows.CommitAsync(Table, Partition, [.. Changes.Select(Plain)], [], CancellationToken.None);

    private static Change Plain(Change change) => change switch
    {
        Change.Insert c => new Change.Upsert(c.Key, c.Data),
        Change.Replace c => new Change.Upsert(c.Key, c.Data),
        Change.Delete c => new Change.Delete(c.Key, null),
        _ => change,
    };
}
