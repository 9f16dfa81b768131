namespace Qijiang.Backend.Storage;

/// <summary>
/// The row that takes the place of a commit that was given up, so that it can't happen later. It has no bytes: a stream
/// counts it as a version, goes past it with its chain and folds it to nothing.
/// </summary>
public static class VoidRow
{
    /// <summary>Whether a row is such a placeholder.</summary>
    /// <param name="row">The row to look at.</param>
    public static bool IsVoid(Row row) => row.Data.IsEmpty;
}
