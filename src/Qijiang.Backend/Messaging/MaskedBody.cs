using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Qijiang.Backend.Messaging;

/// <summary>A message's body for an operator: its form, and the values of those fields alone that say which matter it is about. Whatever a new message brings along is masked until it is named here.</summary>
internal static class MaskedBody
{
    private const string Mask = "…";
    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Texts under these names are numbers, keys, kinds and days of the matter; never a person, a word of anybody, an address or a secret.
    private static readonly ImmutableHashSet<string> _shown = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, ["agency", "body", "channel", "congress", "day", "id", "kind", "list", "on", "poll", "step", "stream", "tier", "to", "today", "type", "version"]);

    /// <summary>One line.</summary>
    public static string Of(ReadOnlyMemory<byte> body)
    {
        try
        {
            return Masked(JsonNode.Parse(body.Span), "")?.ToJsonString(_json) ?? "null";
        }
        catch (JsonException)
        {
            return $"({body.Length} B)";
        }
    }

    private static JsonNode? Masked(JsonNode? node, string name) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Masked(field.Value, field.Key)))),
        JsonArray items => new JsonArray([.. items.Select(item => Masked(item, name))]),
        JsonValue value when value.GetValueKind() is not (JsonValueKind.String or JsonValueKind.Number) || _shown.Contains(name) => value.DeepClone(),
        null => null,
        _ => Mask,
    };
}
