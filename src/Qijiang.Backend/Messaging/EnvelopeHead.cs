using System.Text.Json.Serialization;
using Qijiang.Backend.Storage;

namespace Qijiang.Backend.Messaging;

/// <summary>What precedes the body. It lies in queues for days: add members, never rename or remove.</summary>
internal sealed record EnvelopeHead(string Id, DateTimeOffset SentAt, CommitRef? Commit = null);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(EnvelopeHead))]
internal sealed partial class EnvelopeHeadJson : JsonSerializerContext;
