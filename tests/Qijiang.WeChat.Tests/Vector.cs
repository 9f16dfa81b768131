using System.Text.Json.Serialization;

namespace Qijiang.WeChat.Tests;

/// <summary>One vector of vectors.json, by its names.</summary>
public sealed record Vector
{
    public required string Name { get; init; }

    public required string Kind { get; init; }

    public string Token { get; init; } = "";

    public string EncodingAesKey { get; init; } = "";

    public string? PreviousEncodingAesKey { get; init; }

    public string AppId { get; init; } = "";

    public string Timestamp { get; init; } = "";

    public string Nonce { get; init; } = "";

    public string? EchoStr { get; init; }

    public string? Signature { get; init; }

    public string? Encrypt { get; init; }

    [JsonPropertyName("msg_signature")]
    public string? MsgSignature { get; init; }

    public string? Body { get; init; }

    public string? Random { get; init; }

    public string? Plaintext { get; init; }

    [JsonPropertyName("expected_response_body")]
    public string? ExpectedResponseBody { get; init; }

    [JsonPropertyName("expected_error")]
    public string? ExpectedError { get; init; }

    public long Seconds => long.Parse(Timestamp, System.Globalization.CultureInfo.InvariantCulture);

    public override string ToString() => Name;
}
