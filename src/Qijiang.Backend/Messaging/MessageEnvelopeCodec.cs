using System.Text.Encodings.Web;
using System.Text.Json;

namespace Qijiang.Backend.Messaging;

/// <summary>
/// An envelope as bytes, for engines whose queues hold nothing else: one line of JSON (id, time, commit), a line feed, and
/// the body as it is. A body inside the JSON would be Base64 within Base64, and 40 KiB of it would no longer fit a queue message.
/// </summary>
public static class MessageEnvelopeCodec
{
    private const byte LineFeed = (byte)'\n';

    // Chinese and quotes as they are: the head goes into no web page, and must stay small.
    private static readonly EnvelopeHeadJson Json =
        new(new JsonSerializerOptions(EnvelopeHeadJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The bytes of an envelope.</summary>
    /// <param name="envelope">The envelope.</param>
    public static byte[] Encode(MessageEnvelope envelope)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        var head = JsonSerializer.SerializeToUtf8Bytes(
            new EnvelopeHead(envelope.Id, envelope.SentAt, envelope.Commit), Json.EnvelopeHead);
        return [.. head, LineFeed, .. envelope.Body.Span];
    }

    /// <summary>The envelope that was encoded.</summary>
    /// <param name="bytes">What <see cref="Encode"/> gave.</param>
    /// <exception cref="FormatException">It is no envelope: somebody else put it there.</exception>
    public static MessageEnvelope Decode(ReadOnlyMemory<byte> bytes)
    {
        var end = bytes.Span.IndexOf(LineFeed);
        if (end < 0)
            throw new FormatException("Not an envelope: there is no head line.");
        try
        {
            var head = JsonSerializer.Deserialize(bytes.Span[..end], Json.EnvelopeHead)
                ?? throw new FormatException("Not an envelope: the head is null.");
            return new MessageEnvelope(head.Id, bytes[(end + 1)..], head.SentAt, head.Commit);
        }
        catch (JsonException e)
        {
            throw new FormatException("Not an envelope: the head cannot be read.", e);
        }
    }
}
