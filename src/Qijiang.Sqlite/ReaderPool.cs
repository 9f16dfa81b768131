using System.Collections.Concurrent;

namespace Qijiang.Sqlite;

/// <summary>Reading connections, opened as they are needed and kept for the next caller.</summary>
internal sealed class ReaderPool(Func<ReaderConnection> open) : IDisposable
{
    private static readonly int KeptAtMost = Environment.ProcessorCount * 2;

    private readonly ConcurrentStack<ReaderConnection> idle = new();
    private volatile bool closed;

    /// <summary>Reads with a connection that nobody else uses meanwhile.</summary>
    /// <exception cref="ObjectDisposedException">The database is closed.</exception>
    public T Read<T>(Func<ReaderConnection, T> read)
    {
        ObjectDisposedException.ThrowIf(closed, typeof(SqliteDatabase));
        var connection = idle.TryPop(out var kept) ? kept : open();
        try
        {
            return read(connection);
        }
        finally
        {
            if (idle.Count < KeptAtMost)
                idle.Push(connection);
            else
                connection.Dispose();
            if (closed)
                Dispose();
        }
    }

    public void Dispose()
    {
        closed = true;
        while (idle.TryPop(out var connection))
            connection.Dispose();
    }
}
