using Microsoft.Data.Sqlite;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;

namespace Qijiang.Sqlite;

/// <summary>The queue's prepared statements on the writing connection. Times are UTC ticks.</summary>
internal sealed class MessageStatements(SqliteConnection connection) : IDisposable
{
    private readonly Statement send = new(connection, """
        INSERT INTO queue_messages (queue, visible, tries, message, sent, depends_on, body) VALUES ($1, $2, 0, $3, $4, $5, $6)
        """, 6);

    private readonly Statement receive = new(connection, """
        UPDATE queue_messages SET visible = $3, tries = tries + 1, lease = $4
        WHERE id IN (SELECT id FROM queue_messages WHERE queue = $1 AND visible <= $2 ORDER BY visible LIMIT $5)
        RETURNING id, tries, message, sent, depends_on, body
        """, 5);

    private readonly Statement delete = new(connection, "DELETE FROM queue_messages WHERE id = $1 AND lease = $2", 2);

    private readonly Statement move = new(connection, """
        UPDATE queue_messages SET queue = $3, visible = $4, lease = NULL, tries = CASE queue WHEN $3 THEN tries ELSE 0 END
        WHERE id = $1 AND lease = $2
        """, 4);

    public void Send(string queue, MessageEnvelope envelope, DateTimeOffset visible) => send.Run(
        queue, visible.UtcTicks, envelope.Id, envelope.SentAt.UtcTicks, Format(envelope.Commit), envelope.Body.ToArray());

    public List<ReceivedMessage> Receive(string queue, int max, DateTimeOffset now, DateTimeOffset until, long lease)
    {
        List<ReceivedMessage> taken = [];
        using var reader = receive.Read(queue, now.UtcTicks, until.UtcTicks, lease, max);
        while (reader.Read())
        {
            var envelope = new MessageEnvelope(
                reader.GetString(2),
                reader.GetFieldValue<byte[]>(5),
                new DateTimeOffset(reader.GetInt64(3), TimeSpan.Zero),
                reader.IsDBNull(4) ? null : Parse(reader.GetString(4)));
            taken.Add(new ReceivedMessage(queue, new Receipt(reader.GetInt64(0), lease).ToString(), reader.GetInt32(1), envelope));
        }

        return taken;
    }

    /// <summary>False: the lease was lost.</summary>
    public bool Delete(Receipt receipt) => delete.Run(receipt.Id, receipt.Lease) > 0;

    /// <summary>Gives up the lease: into the same queue, or into another one, where its tries are counted anew. False: the lease was lost.</summary>
    public bool Move(Receipt receipt, string queue, DateTimeOffset visible) => move.Run(receipt.Id, receipt.Lease, queue, visible.UtcTicks) > 0;

    public void Dispose()
    {
        send.Dispose();
        receive.Dispose();
        delete.Dispose();
        move.Dispose();
    }

    /// <summary>No part of it can hold a space.</summary>
    private static string? Format(CommitRef? commit) =>
        commit is null ? null : string.Join(' ', commit.Table, commit.Partition, commit.Key, commit.Id);

    private static CommitRef Parse(string text) =>
        text.Split(' ', 4) is [var table, var partition, var key, var id]
            ? new CommitRef(table, partition, key, id)
            : throw new InvalidDataException($"'{text}' names no commit.");
}
