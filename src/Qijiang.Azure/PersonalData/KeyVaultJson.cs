using System.Text.Json.Serialization;

namespace Qijiang.Azure.PersonalData;

/// <summary>A key as the vault describes it, deleted or not: its public half, and what may be done with it.</summary>
internal sealed record KeyBundle(
    [property: JsonPropertyName("key")] JsonKey Key,
    [property: JsonPropertyName("tags")] IReadOnlyDictionary<string, string>? Tags = null,
    [property: JsonPropertyName("attributes")] KeyAttributes? Attributes = null,
    [property: JsonPropertyName("scheduledPurgeDate")] long? ScheduledPurgeDate = null);

/// <summary>The public half; <c>kid</c> ends in the key's name and version.</summary>
internal sealed record JsonKey(
    [property: JsonPropertyName("kid")] string Kid,
    [property: JsonPropertyName("kty")] string Kty,
    [property: JsonPropertyName("x")] string? X = null,
    [property: JsonPropertyName("y")] string? Y = null)
{
    /// <summary>The version of the key, which its address ends in.</summary>
    [JsonIgnore]
    public string Version => Kid[(Kid.LastIndexOf('/') + 1)..];
}

internal sealed record KeyAttributes([property: JsonPropertyName("recoveryLevel")] string? RecoveryLevel = null);

internal sealed record NewKey(
    [property: JsonPropertyName("kty")] string Kty,
    [property: JsonPropertyName("key_size")] int? Bits,
    [property: JsonPropertyName("crv")] string? Curve,
    [property: JsonPropertyName("key_ops")] IReadOnlyList<string> Operations,
    [property: JsonPropertyName("tags")] IReadOnlyDictionary<string, string> Tags);

internal sealed record KeyTags([property: JsonPropertyName("tags")] IReadOnlyDictionary<string, string> Tags);

/// <summary>Bytes in, in base64url, and the algorithm.</summary>
internal sealed record KeyOperation([property: JsonPropertyName("alg")] string Algorithm, [property: JsonPropertyName("value")] string Value);

/// <summary>Bytes out, in base64url.</summary>
internal sealed record KeyOperationResult([property: JsonPropertyName("value")] string Value);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KeyBundle))]
[JsonSerializable(typeof(NewKey))]
[JsonSerializable(typeof(KeyTags))]
[JsonSerializable(typeof(KeyOperation))]
[JsonSerializable(typeof(KeyOperationResult))]
internal sealed partial class KeyVaultJson : JsonSerializerContext;
