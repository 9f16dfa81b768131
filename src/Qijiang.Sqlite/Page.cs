using Qijiang.Backend.Storage;

namespace Qijiang.Sqlite;

/// <summary>Some rows of a scan.</summary>
/// <param name="Rows">The rows, in order.</param>
/// <param name="MayGoOn">Whether there may be more after them.</param>
internal sealed record Page(List<Row> Rows, bool MayGoOn);
