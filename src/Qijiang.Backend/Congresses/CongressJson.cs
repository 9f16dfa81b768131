using System.Text.Json.Serialization;
using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Congresses;

/// <summary>The stored form of what happens to congresses and mandates.</summary>
[JsonSerializable(typeof(CongressEvent))]
[JsonSerializable(typeof(MandateEvent))]
[JsonSerializable(typeof(Names))]
internal sealed partial class CongressJson : JsonSerializerContext
{
    private static readonly CongressJson _stored = new(StoredJson.Options());

    /// <summary>Streams of congresses.</summary>
    public static StreamKind<Congress, CongressEvent> Congresses { get; } = new("congress", Congress.Decider, _stored.CongressEvent);

    /// <summary>Streams of a person's mandates in one congress.</summary>
    public static StreamKind<Mandates, MandateEvent> Mandates { get; } = new("mandates", Core.Congresses.Mandates.Decider, _stored.MandateEvent);
}
