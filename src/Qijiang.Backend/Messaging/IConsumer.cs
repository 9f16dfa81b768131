namespace Qijiang.Backend.Messaging;

/// <summary>Handles the messages of one queue. Delivery is at least once and in any order: a consumer does the same thing once for one message id.</summary>
public interface IConsumer
{
    /// <summary>The queue it reads.</summary>
    string Queue { get; }

    /// <summary>Handles one message. An exception brings it back later, and to the poison queue after <see cref="Delivery.MaxTries"/> tries.</summary>
    Task ConsumeAsync(MessageEnvelope message, CancellationToken cancel);
}
