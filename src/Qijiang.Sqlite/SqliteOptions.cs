namespace Qijiang.Sqlite;

/// <summary>How one database file is kept.</summary>
public sealed record SqliteOptions
{
    /// <summary>
    /// Whether deleted and replaced bytes are overwritten with zeros and the write-ahead log is emptied after such a
    /// transaction, before it is acknowledged: for the file of keys, where deleting is destroying. It costs a checkpoint each time.
    /// </summary>
    public bool EraseDeleted { get; init; }

    /// <summary>
    /// How soon, at the latest, a waiting consumer notices a message that another process put into the file. Messages of
    /// this process wake it at once.
    /// </summary>
    public TimeSpan OtherProcesses { get; init; } = TimeSpan.FromSeconds(5);
}
