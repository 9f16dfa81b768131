using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Qijiang.Sqlite;

/// <summary>
/// The one writer of a process: takes whatever has queued, does it in one transaction, then tells each caller (group
/// commit), so that many callers share one flush of the disk. Work that throws is rolled back with its transaction; the
/// others are then done one by one, so that it alone fails.
/// </summary>
internal sealed class Writer
{
    private const int MostInOneTransaction = 256;

    private readonly Channel<Work> queue = Channel.CreateUnbounded<Work>(
        new UnboundedChannelOptions { SingleReader = true });

    private readonly Func<WriterConnection> open;
    private readonly List<Work> batch = new(MostInOneTransaction);
    private WriterConnection? connection;
    private long transactions;

    /// <summary>Opens the connection, so that what is wrong with the file is thrown here, and starts.</summary>
    public Writer(Func<WriterConnection> open)
    {
        this.open = open;
        connection = open();
        Ended = Task.Run(Loop);
    }

    /// <summary>Transactions that were committed.</summary>
    public long Transactions => Interlocked.Read(ref transactions);

    /// <summary>Completes when everything queued was done and the connection is closed.</summary>
    public Task Ended { get; }

    /// <summary>Queues work; the answer comes when it is durable.</summary>
    /// <exception cref="ObjectDisposedException">The database is closed.</exception>
    public Task<T> Do<T>(Func<WriterConnection, T> execute, Action<T>? after, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var work = new Work<T>(execute, after);
        ObjectDisposedException.ThrowIf(!queue.Writer.TryWrite(work), typeof(SqliteDatabase));
        return cancel.CanBeCanceled ? work.Answer.WaitAsync(cancel) : work.Answer;
    }

    /// <summary>Takes nothing more, and does what is queued.</summary>
    public void Close() => queue.Writer.TryComplete();

    private async Task Loop()
    {
        while (await queue.Reader.WaitToReadAsync())
            DoWhatHasQueued();
        connection?.Dispose();
    }

    private void DoWhatHasQueued()
    {
        batch.Clear();
        if (!TryBegin(out var writer))
            return;
        try
        {
            while (batch.Count < MostInOneTransaction && queue.Reader.TryRead(out var work))
            {
                batch.Add(work);
                work.Execute(writer);
            }
        }
        catch (Exception why)
        {
            Abandon();
            DoOneByOne(batch, why);
            return;
        }

        CommitAndAnswer(writer, batch);
    }

    /// <summary>What can't be begun (another process holds the file, the disk is gone) fails for all who wait by then.</summary>
    private bool TryBegin(out WriterConnection writer)
    {
        try
        {
            writer = connection ??= open();
            writer.Begin();
            return true;
        }
        catch (Exception why)
        {
            Abandon();
            while (queue.Reader.TryRead(out var work))
                work.Fail(why);
            writer = null!;
            return false;
        }
    }

    private void DoOneByOne(List<Work> works, Exception why)
    {
        if (works is [var single])
        {
            single.Fail(why);
            return;
        }

        foreach (var work in works)
        {
            try
            {
                var writer = connection ??= open();
                writer.Begin();
                work.Execute(writer);
                CommitAndAnswer(writer, [work]);
            }
            catch (Exception itsOwn)
            {
                Abandon();
                work.Fail(itsOwn);
            }
        }
    }

    private void CommitAndAnswer(WriterConnection writer, List<Work> works)
    {
        try
        {
            writer.Commit();
        }
        catch (SqliteException why)
        {
            Abandon();
            foreach (var work in works)
                work.Fail(why);
            return;
        }

        Interlocked.Increment(ref transactions);
        foreach (var work in works)
            work.Acknowledge();
    }

    /// <summary>Closing rolls back; whatever the connection was in the middle of, the next one begins afresh.</summary>
    private void Abandon()
    {
        connection?.Dispose();
        connection = null;
    }
}
