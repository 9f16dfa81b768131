using System.Threading.Channels;
using Qijiang.Benchmarks.Appends;
using Qijiang.Benchmarks.Measuring;

namespace Qijiang.Benchmarks.Sqlite;

/// <summary>
/// One writer for many callers, as short as it can be written: it takes what has queued, writes it in one transaction and
/// tells each caller. It checks nothing, and gives up on whatever the adapter has to bear.
/// </summary>
internal sealed class HandWritten : Subject
{
    private readonly Channel<Request> queue = Channel.CreateUnbounded<Request>(new UnboundedChannelOptions { SingleReader = true });
    private readonly BareFile file = new();
    private readonly Action<int, int> write;
    private readonly int most;
    private readonly Task ended;

    private HandWritten(Func<BareFile, Action<int, int>> prepare, int most)
    {
        this.most = most;
        write = prepare(file);
        ended = Task.Run(LoopAsync);
    }

    /// <summary>Each caller's row of so many bytes in a transaction of its own.</summary>
    public static Task<Subject> RowByRowAsync(int bytes) => Task.FromResult<Subject>(new HandWritten(file => RowOf(file, bytes), 1));

    /// <summary>Rows of so many bytes, in one transaction whatever has queued.</summary>
    public static Task<Subject> RowsAsync(int bytes) => Task.FromResult<Subject>(new HandWritten(file => RowOf(file, bytes), 256));

    /// <summary>The rows of an append, with its message, in one transaction whatever has queued.</summary>
    public static Task<Subject> AppendsAsync(SampleAppend sample) => Task.FromResult<Subject>(new HandWritten(file => AppendOf(file, sample), 256));

    /// <inheritdoc/>
    public override Task DoAsync(int caller, int n)
    {
        var request = new Request(caller, n, new(TaskCreationOptions.RunContinuationsAsynchronously));
        queue.Writer.TryWrite(request);
        return request.Done.Task;
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        queue.Writer.Complete();
        await ended;
        file.Dispose();
    }

    private static Action<int, int> RowOf(BareFile file, int bytes)
    {
        var insert = file.InsertOf(new byte[bytes]);
        return (_, _) => insert();
    }

    private static Action<int, int> AppendOf(BareFile file, SampleAppend sample)
    {
        var row = file.Prepare("INSERT INTO store_rows (tbl, part, key, etag, data) VALUES ('events', $1, $2, $3, $4)", 4);
        var message = file.Prepare("INSERT INTO queue_messages (queue, visible, tries, message, sent, body) VALUES ('changes', $1, 0, $2, $1, $3)", 3);
        var time = TimeProvider.System;
        var etag = 0L;
        return (caller, n) =>
        {
            row.Parameters[0].Value = SampleAppend.PartitionOf(caller, n);
            for (var i = 0; i < sample.Events.Count; i++)
            {
                row.Parameters[1].Value = sample.KeyOf(n, i);
                row.Parameters[2].Value = ++etag;
                row.Parameters[3].Value = sample.Events[i];
                row.ExecuteNonQuery();
            }

            message.Parameters[0].Value = time.GetUtcNow().UtcTicks;
            message.Parameters[1].Value = SampleAppend.MessageIdOf(caller, n);
            message.Parameters[2].Value = sample.Message;
            message.ExecuteNonQuery();
        };
    }

    private async Task LoopAsync()
    {
        var batch = new List<Request>(most);
        while (await queue.Reader.WaitToReadAsync())
        {
            batch.Clear();
            try
            {
                WriteWhatHasQueued(batch);
                batch.ForEach(request => request.Done.SetResult());
            }
            catch (Exception e)
            {
                batch.ForEach(request => request.Done.TrySetException(e));
            }
        }
    }

    // A single row is a transaction by itself.
    private void WriteWhatHasQueued(List<Request> batch)
    {
        if (most > 1)
            file.Begin();
        while (batch.Count < most && queue.Reader.TryRead(out var request))
        {
            batch.Add(request);
            write(request.Caller, request.N);
        }

        if (most > 1)
            file.Commit();
    }

    private sealed record Request(int Caller, int N, TaskCompletionSource Done);
}
