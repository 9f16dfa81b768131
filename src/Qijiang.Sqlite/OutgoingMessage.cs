using Qijiang.Backend.Messaging;

namespace Qijiang.Sqlite;

/// <summary>A message on its way into the file.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Envelope">The envelope, with bytes of its own.</param>
/// <param name="Visible">From when on it can be received.</param>
internal sealed record OutgoingMessage(string Queue, MessageEnvelope Envelope, DateTimeOffset Visible)
{
    public static OutgoingMessage[] Of(IReadOnlyList<Message> messages, DateTimeOffset now) => [.. messages.Select(message => Of(message, now))];

    public static OutgoingMessage Of(Message message, DateTimeOffset now) =>
        new(message.Queue, new MessageEnvelope(message.Id, message.Body.ToArray(), now, Commit: null), now + message.Delay);

    /// <summary>Writes them, within the transaction.</summary>
    public static void Send(WriterConnection writer, OutgoingMessage[] messages)
    {
        foreach (var message in messages)
            writer.Messages.Send(message.Queue, message.Envelope, message.Visible);
    }

    /// <summary>Wakes who waits for them, after the transaction.</summary>
    public static void Signal(SqliteDatabase database, OutgoingMessage[] messages)
    {
        foreach (var message in messages)
            database.Signals.Raise(message.Queue);
    }
}
