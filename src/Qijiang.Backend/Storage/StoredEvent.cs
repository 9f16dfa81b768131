using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using NodaTime;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Storage;

// Stored for ever: these members are the storage format of every event. Add; never rename or remove.

/// <summary>An event as its row holds it: everything in the clear but the texts, which are sealed inside <see cref="Event"/>.</summary>
internal sealed record StoredEvent
{
    /// <summary>Version of this envelope's own format.</summary>
    public int Format { get; init; } = 1;

    public required CongressId Congress { get; init; }

    public required string Stream { get; init; }

    public required int Version { get; init; }

    public required StoredCommand Command { get; init; }

    /// <summary>When it happened in law.</summary>
    public required LocalDate OccurredOn { get; init; }

    /// <summary>When we heard of it.</summary>
    public required Instant RecordedAt { get; init; }

    public required Actor By { get; init; }

    public required Channel Channel { get; init; }

    public required StoredLink Chain { get; init; }

    /// <summary>The event, with its name and version as <c>type</c>, its texts sealed.</summary>
    public required JsonObject Event { get; init; }
}

/// <summary>The command behind an event.</summary>
internal sealed record StoredCommand(string Id, string Digest);

/// <summary>The link to the event before in the stream, voids left out: the named suite's hash over its row's bytes, ciphertext and all.</summary>
internal sealed record StoredLink(string Suite, string Previous);

/// <summary>The envelope's source-generated format.</summary>
[JsonSerializable(typeof(StoredEvent))]
internal sealed partial class StoredEventJson : JsonSerializerContext;
