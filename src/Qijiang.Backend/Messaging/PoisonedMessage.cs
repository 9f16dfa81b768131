using System.Security.Cryptography;
using System.Text;

namespace Qijiang.Backend.Messaging;

/// <summary>A message that its consumer could not handle, as an operator sees it: nothing of it tells who somebody is.</summary>
/// <param name="Id">A short name for it, the same as long as it lies there; copies of one message share it.</param>
/// <param name="Queue">The queue that it was sent to.</param>
/// <param name="SentAt">When it was first sent.</param>
/// <param name="Shown">What it says, masked; see <see cref="MaskedBody"/>.</param>
public sealed record PoisonedMessage(string Id, string Queue, DateTimeOffset SentAt, string Shown)
{
    private const int Letters = 10;

    /// <summary>What is shown of a message.</summary>
    internal static PoisonedMessage Of(string queue, MessageEnvelope envelope) => new(
        Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes($"{queue}\n{envelope.Id}\n{envelope.SentAt:O}\n"), .. envelope.Body.Span]))[..Letters],
        queue, envelope.SentAt, MaskedBody.Of(envelope.Body));
}
