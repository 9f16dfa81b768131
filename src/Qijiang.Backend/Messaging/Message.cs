namespace Qijiang.Backend.Messaging;

/// <summary>A message to send.</summary>
/// <param name="Queue">The queue: 3 to 50 lower-case letters, digits and single hyphens.</param>
/// <param name="Id">The sender's id of it. Consumers are idempotent by it.</param>
/// <param name="Body">At most <see cref="Storage.StoreLimits.MaxMessageBytes"/> bytes; JSON by custom.</param>
/// <param name="Delay">How long it stays invisible: whole seconds, at most seven days; zero: deliver at once.</param>
public sealed record Message(string Queue, string Id, ReadOnlyMemory<byte> Body, TimeSpan Delay = default);
