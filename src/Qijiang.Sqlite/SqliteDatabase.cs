namespace Qijiang.Sqlite;

/// <summary>
/// One database file: one writing connection with group commit, and a pool of reading ones. What a caller was told is
/// durable survives the end of the process and of the power (WAL, <c>synchronous = FULL</c>, asserted when it opens).
/// Closing does what is queued, then refuses. Safe for concurrent use; other processes may use the same file.
/// </summary>
public sealed class SqliteDatabase : IDisposable, IAsyncDisposable
{
    private readonly CancellationTokenSource closing = new();
    private readonly Writer writer;
    private readonly ReaderPool readers;

    /// <summary>Opens the file, and makes it where it is not there, readable by its owner alone.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How it is kept; null: as usual.</param>
    /// <param name="time">The clock of leases and delays (technical time); null: the system's.</param>
    /// <exception cref="InvalidDataException">The file is another program's, or of a version that this code does not know.</exception>
    /// <exception cref="InvalidOperationException">SQLite did not take a setting on which the promises rest.</exception>
    public SqliteDatabase(string path, SqliteOptions? options = null, TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Path = System.IO.Path.GetFullPath(path);
        Options = options ?? new SqliteOptions();
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Options.OtherProcesses, TimeSpan.Zero, nameof(options));
        Time = time ?? TimeProvider.System;
        var opener = new ConnectionOpener(Path, Options.EraseDeleted);
        writer = new Writer(() => new WriterConnection(opener.OpenWriter(), Options.EraseDeleted));
        readers = new ReaderPool(() => new ReaderConnection(opener.OpenReader()));
    }

    /// <summary>The file, in full.</summary>
    public string Path { get; }

    /// <summary>Transactions that were committed since it was opened: fewer than the commits of its callers, where they come together.</summary>
    public long Transactions => writer.Transactions;

    internal SqliteOptions Options { get; }

    internal TimeProvider Time { get; }

    internal QueueSignals Signals { get; } = new();

    internal CancellationToken Closing => closing.Token;

    public async ValueTask DisposeAsync()
    {
        BeginClosing();
        await writer.Ended;
        EndClosing();
    }

    public void Dispose()
    {
        BeginClosing();
        writer.Ended.GetAwaiter().GetResult();
        EndClosing();
    }

    internal Task<T> Write<T>(Func<WriterConnection, T> execute, Action<T>? after, CancellationToken cancel) =>
        writer.Do(execute, after, cancel);

    internal T Read<T>(Func<ReaderConnection, T> read) => readers.Read(read);

    private void BeginClosing()
    {
        closing.Cancel();
        writer.Close();
    }

    private void EndClosing() => readers.Dispose();
}
