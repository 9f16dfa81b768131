using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using Qijiang.Backend.Calendar;
using Qijiang.Backend.LivelihoodProjects;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Obligations;

namespace Qijiang.Functions;

/// <summary>
/// The queues. The host receives, counts tries (host.json) and moves what keeps failing to the poison queue; whether the
/// commit behind a message happened is checked by the delivery step, as under the pump of Standalone.
/// </summary>
public sealed class QueueTriggers(Delivery delivery)
{
    /// <summary>A stream changed: read models and obligations follow.</summary>
    [Function("changes")]
    public Task Changes([QueueTrigger(StreamChanged.Queue, Connection = StorageSettings.Connection)] QueueMessage message, CancellationToken cancel) =>
        delivery.DeliverAsync(StreamChanged.Queue, MessageEnvelopeCodec.Decode(message.Body), cancel);

    /// <summary>A poll closed: its ballots are counted.</summary>
    [Function("tallies")]
    public Task Tallies([QueueTrigger(PollEnded.Queue, Connection = StorageSettings.Connection)] QueueMessage message, CancellationToken cancel) =>
        delivery.DeliverAsync(PollEnded.Queue, MessageEnvelopeCodec.Decode(message.Body), cancel);

    /// <summary>The holiday notices changed: what is due moves.</summary>
    [Function("calendar-changes")]
    public Task Calendar([QueueTrigger(CalendarChanged.Queue, Connection = StorageSettings.Connection)] QueueMessage message, CancellationToken cancel) =>
        delivery.DeliverAsync(CalendarChanged.Queue, MessageEnvelopeCodec.Decode(message.Body), cancel);

    /// <summary>A reminder was recorded: it goes out.</summary>
    [Function("notices")]
    public Task Notices([QueueTrigger(ReminderNotice.Queue, Connection = StorageSettings.Connection)] QueueMessage message, CancellationToken cancel) =>
        delivery.DeliverAsync(ReminderNotice.Queue, MessageEnvelopeCodec.Decode(message.Body), cancel);

    /// <summary>A reminder goes out through one channel.</summary>
    [Function("outgoing")]
    public Task Outgoing([QueueTrigger(OnChannel.Queue, Connection = StorageSettings.Connection)] QueueMessage message, CancellationToken cancel) =>
        delivery.DeliverAsync(OnChannel.Queue, MessageEnvelopeCodec.Decode(message.Body), cancel);
}
