using Qijiang.Backend.Storage;

namespace Qijiang.Backend.Messaging;

/// <summary>A message as it lies in a queue.</summary>
/// <param name="Id">The sender's id.</param>
/// <param name="Body">The body, as it was given.</param>
/// <param name="SentAt">When it was first sent (technical time); kept when a copy is sent to look again later.</param>
/// <param name="Commit">The commit on which it depends; null where it can be delivered without looking (SQLite, a plain send).</param>
public sealed record MessageEnvelope(string Id, ReadOnlyMemory<byte> Body, DateTimeOffset SentAt, CommitRef? Commit);
