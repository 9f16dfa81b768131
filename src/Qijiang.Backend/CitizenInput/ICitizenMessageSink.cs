using Qijiang.Core.Congresses;

namespace Qijiang.Backend.CitizenInput;

/// <summary>
/// Where a channel hands over what it received. A channel acknowledges only after the call has returned, and delivers again
/// what it could not acknowledge: the same message comes more than once.
/// </summary>
public interface ICitizenMessageSink
{
    /// <summary>
    /// Takes a message that was checked to come from the channel. Durable when it returns. Idempotent by
    /// <see cref="CitizenMessage.DedupKey"/>: a message seen before is taken again without any effect.
    /// </summary>
    /// <param name="message">The message; what is no input of a citizen (a notice, an unknown kind) comes too.</param>
    /// <param name="cancel">Gives up waiting; the message may be stored none the less.</param>
    Task AcceptAsync(CitizenMessage message, CancellationToken cancel);

    /// <summary>
    /// Keeps bytes that came from the channel beyond doubt, but can't be read. They never become input by themselves. Durable
    /// when it returns; the same bytes may come again.
    /// </summary>
    /// <param name="congress">The congress that the channel serves.</param>
    /// <param name="body">The bytes as they were decrypted. They may hold personal data.</param>
    /// <param name="cancel">Gives up waiting; the bytes may be stored none the less.</param>
    Task QuarantineAsync(CongressId congress, ReadOnlyMemory<byte> body, CancellationToken cancel);
}
