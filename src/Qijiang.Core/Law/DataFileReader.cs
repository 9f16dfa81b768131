using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Qijiang.Core.Law;

/// <summary>Reads the fields of a data file and notes everything that is wrong in them, each by file, entry and field.</summary>
internal abstract class DataFileReader(string file, List<DataFinding> findings)
{
    /// <summary>The entry that is being read; null for the file as a whole.</summary>
    protected string? Entry { get; set; }

    protected T Read<T>(string json, Func<JsonElement, T> read, T unreadable)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return read(document.RootElement);
        }
        catch (JsonException e)
        {
            Note(null, $"is not JSON that can be read: {e.Message}");
            return unreadable;
        }
    }

    protected Bilingual? Both(JsonElement texts, string field)
    {
        if (!IsObject(texts, field)) return null;
        NameUnknown(texts, ["zh", "en"], field + ".");
        var (chinese, english) = (Text(texts, "zh", field + ".zh"), Text(texts, "en", field + ".en"));
        return chinese is null || english is null ? null : new(chinese, english);
    }

    protected T? Choice<T>(JsonElement of, string name, string field) where T : struct, Enum
    {
        if (Text(of, name, field) is not { } word) return null;
        if (Enum.GetNames<T>().Contains(word)) return Enum.Parse<T>(word);
        Note(field, $"'{word}' is none of {string.Join(", ", Enum.GetNames<T>())}");
        return null;
    }

    protected LocalDate? Date(JsonElement of, string name, string? field = null) => Text(of, name, field) is { } text ? Date(text, field ?? name) : null;

    protected ValueList<LocalDate> Dates(JsonElement of, string name) => of.TryGetProperty(name, out var list)
        ? Texts(list, name).Select(text => Date(text, name)).OfType<LocalDate>().ToValueList()
        : [];

    private LocalDate? Date(string text, string field)
    {
        if (LocalDatePattern.Iso.Parse(text) is { Success: true } date) return date.Value;
        Note(field, $"'{text}' is no date such as 2018-01-01");
        return null;
    }

    protected int? Number(JsonElement of, string name, string field)
    {
        if (of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 0) return number;
        Note(field, "a whole number, not negative, is expected");
        return null;
    }

    protected string? Optional(JsonElement of, string name) => of.TryGetProperty(name, out _) ? Text(of, name) : null;

    protected string? Text(JsonElement of, string name, string? field = null)
    {
        if (!of.TryGetProperty(name, out var value)) return Missing<string>(field ?? name);
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text)) return text;
        Note(field ?? name, "a text is expected");
        return null;
    }

    protected ImmutableArray<string> Texts(JsonElement of, string field)
    {
        if (of.ValueKind == JsonValueKind.Array && of.EnumerateArray().All(text => text.ValueKind == JsonValueKind.String))
            return [.. of.EnumerateArray().Select(text => text.GetString()!)];
        Note(field, "a list of texts is expected");
        return [];
    }

    protected bool IsObject(JsonElement element, string? field)
    {
        if (element.ValueKind == JsonValueKind.Object) return true;
        Note(field, "an object is expected");
        return false;
    }

    protected void NameUnknown(JsonElement of, string[] known, string prefix = "")
    {
        foreach (var property in of.EnumerateObject().Where(property => !known.Contains(property.Name)))
            Note(prefix + property.Name, "is no field that is known here");
    }

    protected T? Missing<T>(string field) where T : class
    {
        Note(field, "is missing");
        return null;
    }

    protected static string? Peek(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    protected void Note(string? field, string problem) => findings.Add(new(file, Entry, field, problem));
}
