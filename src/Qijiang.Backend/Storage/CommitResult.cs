namespace Qijiang.Backend.Storage;

/// <summary>How a commit ended. A lost race is a value, not an exception.</summary>
public abstract record CommitResult
{
    private CommitResult() { }

    /// <summary>Everything is durable.</summary>
    /// <param name="ETags">The new ETag of each inserted, replaced or upserted key.</param>
    public sealed record Committed(IReadOnlyDictionary<string, string> ETags) : CommitResult;

    /// <summary>Nothing was written: somebody else was first.</summary>
    /// <param name="Key">The first key, in the order of the changes, that was in conflict, where the engine can tell; else the first conditional one.</param>
    public sealed record Conflict(string Key) : CommitResult;
}
