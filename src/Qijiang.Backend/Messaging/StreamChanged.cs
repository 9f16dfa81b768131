using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Qijiang.Backend.Storage;

namespace Qijiang.Backend.Messaging;

/// <summary>Says that a stream has changed, no more; whoever reads it loads the stream. Order and repetition don't matter.</summary>
/// <param name="Stream">The stream's partition.</param>
/// <param name="Version">The version it had then, at least.</param>
public sealed record StreamChanged(string Stream, int Version)
{
    /// <summary>The queue of these messages.</summary>
    public const string Queue = "changes";

    /// <summary>The message for one commit.</summary>
    public static Message MessageFor(StreamId stream, int version) =>
        new(Queue, $"{stream.Partition}@{version}", JsonSerializer.SerializeToUtf8Bytes(new StreamChanged(stream.Partition, version), StreamChangedJson.Default.StreamChanged));

    /// <summary>Reads the body of such a message.</summary>
    public static StreamChanged Read(ReadOnlyMemory<byte> body) =>
        JsonSerializer.Deserialize(body.Span, StreamChangedJson.Default.StreamChanged)
        ?? throw new FormatException($"not a message about a stream: {Encoding.UTF8.GetString(body.Span)}");
}

[JsonSerializable(typeof(StreamChanged))]
internal sealed partial class StreamChangedJson : JsonSerializerContext;
