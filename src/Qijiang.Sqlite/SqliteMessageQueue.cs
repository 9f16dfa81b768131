using System.Buffers.Binary;
using System.Security.Cryptography;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;

namespace Qijiang.Sqlite;

/// <summary>
/// Queues in a SQLite file. Who waits is woken by the commit that sent a message, or when the next one is due; nothing polls.
/// Messages of another process are noticed after <see cref="SqliteOptions.OtherProcesses"/> at the latest.
/// </summary>
/// <param name="database">The file: the row store's, so that its commits send into these queues.</param>
public sealed class SqliteMessageQueue(SqliteDatabase database) : IMessageQueue
{
    /// <inheritdoc/>
    public Task SendAsync(Message message, CancellationToken cancel)
    {
        StoreArguments.CheckMessage(message);
        return Send(OutgoingMessage.Of(message, database.Time.GetUtcNow()), cancel);
    }

    /// <inheritdoc/>
    public Task SendAgainAsync(string queue, MessageEnvelope envelope, TimeSpan delay, CancellationToken cancel)
    {
        StoreArguments.CheckQueue(queue);
        StoreArguments.CheckEnvelope(envelope.Id, envelope.Body, delay);
        return Send(new OutgoingMessage(queue, envelope with { Body = envelope.Body.ToArray() }, database.Time.GetUtcNow() + delay), cancel);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(string queue, int max, TimeSpan lease, CancellationToken cancel)
    {
        StoreArguments.CheckQueue(queue);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(max);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lease, TimeSpan.Zero);
        cancel.ThrowIfCancellationRequested();

        // A look costs no transaction.
        if (UntilNext(queue) is not { } wait || wait > TimeSpan.Zero)
            return [];
        var random = BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(long)));

        // Who stopped waiting would leave messages under a lease that nobody knows of: this one waits for the writer.
        return await database.Write<IReadOnlyList<ReceivedMessage>>(
            writer =>
            {
                var now = database.Time.GetUtcNow();
                return writer.Messages.Receive(queue, max, now, now + lease, random);
            },
            after: null,
            CancellationToken.None);
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(ReceivedMessage message, CancellationToken cancel)
    {
        var receipt = Receipt.Parse(message.Receipt);
        return database.Write(writer => writer.Messages.Delete(receipt), after: null, cancel);
    }

    /// <inheritdoc/>
    public Task<bool> ReleaseAsync(ReceivedMessage message, TimeSpan delay, CancellationToken cancel)
    {
        StoreArguments.CheckDelay(delay);
        return Move(message, message.Queue, database.Time.GetUtcNow() + delay, cancel);
    }

    /// <inheritdoc/>
    public Task<bool> PoisonAsync(ReceivedMessage message, CancellationToken cancel) =>
        Move(message, StoreArguments.PoisonOf(message.Queue), database.Time.GetUtcNow(), cancel);

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The database was closed meanwhile.</exception>
    public async Task WaitAsync(string queue, CancellationToken cancel)
    {
        StoreArguments.CheckQueue(queue);
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            ObjectDisposedException.ThrowIf(database.Closing.IsCancellationRequested, database);
            var signal = database.Signals.Next(queue);
            var wait = UntilNext(queue) ?? database.Options.OtherProcesses;
            if (wait <= TimeSpan.Zero)
                return;
            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel, database.Closing);
            await Task.WhenAny(signal, Task.Delay(TimerFor(wait, database.Options.OtherProcesses), database.Time, over.Token));
            await over.CancelAsync();
        }
    }

    /// <summary>Timers count whole milliseconds: rounded up, so that none ends just before its message is due.</summary>
    private static TimeSpan TimerFor(TimeSpan wait, TimeSpan most) =>
        wait < most ? TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)) : most;

    /// <summary>How long until the queue's next message is due; null: it is empty.</summary>
    private TimeSpan? UntilNext(string queue) => database.Read(reader => reader.NextDue(queue)) is { } ticks
        ? TimeSpan.FromTicks(ticks - database.Time.GetUtcNow().UtcTicks)
        : null;

    private Task<bool> Send(OutgoingMessage message, CancellationToken cancel) => database.Write(
        writer =>
        {
            OutgoingMessage.Send(writer, [message]);
            return true;
        },
        _ => OutgoingMessage.Signal(database, [message]),
        cancel);

    private Task<bool> Move(ReceivedMessage message, string queue, DateTimeOffset visible, CancellationToken cancel)
    {
        var receipt = Receipt.Parse(message.Receipt);
        return database.Write(
            writer => writer.Messages.Move(receipt, queue, visible),
            moved =>
            {
                if (moved)
                    database.Signals.Raise(queue);
            },
            cancel);
    }
}
