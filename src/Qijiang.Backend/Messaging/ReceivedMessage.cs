namespace Qijiang.Backend.Messaging;

/// <summary>A message received under a lease.</summary>
/// <param name="Queue">The queue it came from.</param>
/// <param name="Receipt">The engine's proof of the lease; opaque. A stale one deletes nothing.</param>
/// <param name="Tries">How often it has been received, this time included.</param>
/// <param name="Envelope">What was sent, with the commit behind it.</param>
public sealed record ReceivedMessage(string Queue, string Receipt, int Tries, MessageEnvelope Envelope);
