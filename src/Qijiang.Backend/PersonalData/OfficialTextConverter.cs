using System.Text.Json;
using System.Text.Json.Serialization;
using Qijiang.Core;

namespace Qijiang.Backend.PersonalData;

/// <summary>Writes an official text with a mark by which <see cref="TextSealing"/> finds it; reads it back, or as destroyed.</summary>
internal sealed class OfficialTextConverter : JsonConverter<OfficialText>
{
    public const string Mark = "$official";

    public override OfficialText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return new(document.RootElement.TryGetProperty(TextSealing.Plain, out var text) ? text.GetString() : null);
    }

    public override void Write(Utf8JsonWriter writer, OfficialText value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteBoolean(Mark, true);
        if (value.Text is { } text) writer.WriteString(TextSealing.Plain, text);
        writer.WriteEndObject();
    }
}
