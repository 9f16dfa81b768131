namespace Qijiang.Benchmarks.Calls;

/// <summary>Counts the calls that reach a store.</summary>
internal sealed class StoreCounter
{
    private long reads, commits, messages, finished;

    /// <summary>Rows, ranges and commits looked at.</summary>
    public long Reads => Interlocked.Read(ref reads);

    /// <summary>Commits.</summary>
    public long Commits => Interlocked.Read(ref commits);

    /// <summary>Messages, with a commit or alone.</summary>
    public long Messages => Interlocked.Read(ref messages);

    /// <summary>Messages that nobody has finished with yet.</summary>
    public long Waiting => Messages - Interlocked.Read(ref finished);

    /// <summary>Where commits are kept as they come; null: nowhere.</summary>
    public ICollection<KeptCommit>? Kept { get; set; }

    public void Read() => Interlocked.Increment(ref reads);

    public void Commit(int withMessages)
    {
        Interlocked.Increment(ref commits);
        Send(withMessages);
    }

    public void Keep(KeptCommit commit) => Kept?.Add(commit);

    public void Send(int count) => Interlocked.Add(ref messages, count);

    public void Finish() => Interlocked.Increment(ref finished);
}
