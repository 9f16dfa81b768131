using System.Text.Json;
using System.Text.Json.Serialization;
using Qijiang.Core;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.PersonalData;

/// <summary>Writes a personal text with a mark by which <see cref="TextSealing"/> finds it; reads it back, or as erased.</summary>
internal sealed class PersonalTextConverter : JsonConverter<PersonalText>
{
    public const string Mark = "$personal";

    public override PersonalText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var of = document.RootElement.GetProperty(Mark).GetString()!;
        return new(new PersonId(of), document.RootElement.TryGetProperty(TextSealing.Plain, out var text) ? text.GetString() : null);
    }

    public override void Write(Utf8JsonWriter writer, PersonalText value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(Mark, value.Of.Value);
        if (value.Text is { } text) writer.WriteString(TextSealing.Plain, text);
        writer.WriteEndObject();
    }
}
