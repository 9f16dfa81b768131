namespace Qijiang.Benchmarks.Calls;

/// <summary>The calls that one request made until it was acknowledged, and those that followed from its messages.</summary>
/// <param name="Reads">Reads of rows.</param>
/// <param name="Commits">Commits of rows.</param>
/// <param name="Messages">Messages in those commits.</param>
/// <param name="Keys">Reads and commits of keys.</param>
/// <param name="Afterwards">Reads and commits of whoever consumed the messages, and of those that they sent.</param>
internal sealed record CallsOfRequest(long Reads, long Commits, long Messages, long Keys, long Afterwards)
{
    /// <summary>Calls on SQLite, where a message is a row of the commit.</summary>
    public long OnSqlite => Reads + Commits + Keys;

    /// <summary>Calls on Azure, where each message is a call of its own.</summary>
    public long OnAzure => OnSqlite + Messages;
}
