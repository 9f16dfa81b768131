using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace Qijiang.WeChat.Push;

/// <summary>
/// The fields of a body, whether it came as JSON or as XML: the setting in WeChat's console can change at any time. Every
/// value is a text, because WeChat writes the same field as a number here and as a text there, and ids exceed a double.
/// </summary>
public sealed class PushFields
{
    private const string List = "List";
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly XmlReaderSettings _xml = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly List<PushFields> _items = [];

    private PushFields() { }

    /// <summary>The items of a subscription event: one object or many in JSON, repeated elements in XML, wrapped or not.</summary>
    public IReadOnlyList<PushFields> Items => _items;

    /// <summary>A field of one value; null where it is absent, empty or not of one value.</summary>
    /// <param name="name">Its name, the same in JSON and XML.</param>
    public string? this[string name] => _values.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>Reads a body; null where it is not UTF-8, not well-formed, not an object, or XML with a document type.</summary>
    /// <param name="body">The bytes.</param>
    public static PushFields? TryRead(ReadOnlySpan<byte> body)
    {
        try
        {
            var text = _utf8.GetString(body);
            return text.AsSpan().TrimStart().StartsWith('<') ? OfXml(text) : OfJson(text);
        }
        // InvalidOperationException is JsonElement's answer to an escaped half of a surrogate pair.
        catch (Exception unreadable) when (unreadable is DecoderFallbackException or JsonException or XmlException or InvalidOperationException)
        {
            return null;
        }
    }

    private static PushFields? OfJson(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.ValueKind == JsonValueKind.Object ? OfObject(document.RootElement) : null;
    }

    private static PushFields OfObject(JsonElement element)
    {
        var fields = new PushFields();
        foreach (var property in element.EnumerateObject())
        {
            switch (property.Value.ValueKind)
            {
                case JsonValueKind.String:
                    fields._values[property.Name] = property.Value.GetString()!;
                    break;
                case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                    fields._values[property.Name] = property.Value.GetRawText();
                    break;
                case JsonValueKind.Object or JsonValueKind.Array when property.NameEquals(List):
                    fields._items.AddRange(ItemsOf(property.Value));
                    break;
                case JsonValueKind.Object when property.Value.TryGetProperty(List, out var wrapped):
                    fields._items.AddRange(ItemsOf(wrapped));
                    break;
            }
        }
        return fields;
    }

    private static IEnumerable<PushFields> ItemsOf(JsonElement list) => list.ValueKind switch
    {
        JsonValueKind.Object => [OfObject(list)],
        JsonValueKind.Array => list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Select(OfObject),
        _ => [],
    };

    private static PushFields OfXml(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), _xml);
        return OfElement(XElement.Load(reader));
    }

    private static PushFields OfElement(XElement element)
    {
        var fields = new PushFields();
        foreach (var child in element.Elements())
        {
            if (!child.HasElements) fields._values[child.Name.LocalName] = child.Value;
            else if (child.Name.LocalName == List) fields._items.Add(OfElement(child));
            else fields._items.AddRange(child.Elements(List).Select(OfElement));
        }
        return fields;
    }
}
