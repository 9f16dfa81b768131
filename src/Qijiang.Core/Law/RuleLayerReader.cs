using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;

namespace Qijiang.Core.Law;

/// <summary>Reads one rule set's file and notes everything that is wrong in it.</summary>
internal sealed class RuleLayerReader(RuleLayer layer, List<DataFinding> findings) : DataFileReader(layer.File, findings)
{
    private static readonly string[] _fileFields = ["set", "title", "introduces", "rules"];
    private static readonly string[] _entryFields = ["key", "id", "title", "level", "from", "until", "source", "value", "confidence", "note"];

    public string Set { get; private set; } = layer.File;

    public ImmutableArray<string> Introduces { get; private set; } = [];

    public ImmutableArray<RuleEntry> Read() => Read(layer.Json, ReadFile, []);

    private ImmutableArray<RuleEntry> ReadFile(JsonElement file)
    {
        if (!IsObject(file, null)) return [];
        NameUnknown(file, _fileFields);
        Set = Text(file, "set") ?? Set;
        Introduces = file.TryGetProperty("introduces", out var keys) ? Texts(keys, "introduces") : [];
        if (file.TryGetProperty("title", out var title)) Both(title, "title");
        if (!file.TryGetProperty("rules", out var rules) || rules.ValueKind != JsonValueKind.Array)
        {
            Note("rules", "a list of rules is expected");
            return [];
        }
        return [.. rules.EnumerateArray().Select(ReadEntry).OfType<RuleEntry>()];
    }

    private RuleEntry? ReadEntry(JsonElement entry, int index)
    {
        Entry = $"rules[{index}]";
        if (!IsObject(entry, null)) return null;
        Entry = string.Join(' ', new[] { Entry, Peek(entry, "key"), Peek(entry, "id") }.Where(part => part is not null));
        NameUnknown(entry, _entryFields);

        var (key, id, from) = (Text(entry, "key"), Text(entry, "id"), Date(entry, "from"));
        var level = entry.TryGetProperty("level", out _) ? Level(entry) : null;
        var until = entry.TryGetProperty("until", out _) ? Date(entry, "until") : null;
        var title = entry.TryGetProperty("title", out var titles) ? Both(titles, "title") : Missing<Bilingual>("title");
        var source = entry.TryGetProperty("source", out var cited) ? Source(cited) : Missing<Citation>("source");
        var value = entry.TryGetProperty("value", out var given) ? Value(given) : Missing<RuleValue>("value");
        var confidence = entry.TryGetProperty("confidence", out _) ? ConfidenceOf(entry) : Missing<object>("confidence");
        var note = Optional(entry, "note");
        if (until <= from) Note("until", "is not after 'from'; it is the first day on which the rule no longer holds");

        return key is null || id is null || from is null || title is null || source is null || value is null || confidence is null
            ? null
            : new(key, new(id, Set, from.Value), level, until, title, source, value, (Confidence)confidence, note);
    }

    private RuleValue? Value(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.True or JsonValueKind.False: return new RuleValue.Flag(value.GetBoolean());
            case JsonValueKind.String when value.GetString() is { Length: > 0 } word: return new RuleValue.Word(word);
            case JsonValueKind.Number when value.TryGetInt32(out var number): return new RuleValue.Number(number);
            case JsonValueKind.Object when value.TryGetProperty("count", out _) || value.TryGetProperty("unit", out _): return Limit(value);
            case JsonValueKind.Object when value.TryGetProperty("atLeast", out var least): return Part(value, least, "atLeast", inclusive: true);
            case JsonValueKind.Object when value.TryGetProperty("moreThan", out var more): return Part(value, more, "moreThan", inclusive: false);
            default:
                Note("value", "has an unknown shape; a period, a share, a whole number, true or false, or a text is expected");
                return null;
        }
    }

    private RuleValue.Limit? Limit(JsonElement value)
    {
        NameUnknown(value, ["count", "unit"], "value.");
        var count = Number(value, "count", "value.count");
        var unit = Choice<LimitUnit>(value, "unit", "value.unit");
        return count is null || unit is null ? null : new(new TimeLimit(count.Value, unit.Value));
    }

    private RuleValue.Part? Part(JsonElement value, JsonElement fraction, string name, bool inclusive)
    {
        NameUnknown(value, [name], "value.");
        var parts = fraction.ValueKind == JsonValueKind.String ? fraction.GetString()!.Split('/') : [];
        if (parts.Length == 2 && Whole(parts[0], out var numerator) && Whole(parts[1], out var denominator) && 0 < numerator && numerator <= denominator)
            return new(new Share(numerator, denominator, inclusive));
        Note($"value.{name}", "a fraction such as \"2/3\" is expected");
        return null;

        static bool Whole(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private Citation? Source(JsonElement source)
    {
        if (!IsObject(source, "source")) return null;
        NameUnknown(source, ["law", "article"], "source.");
        var article = source.TryGetProperty("article", out _) ? Text(source, "article", "source.article") : null;
        return Text(source, "law", "source.law") is { } law ? new(law, article) : null;
    }

    private CongressLevel? Level(JsonElement entry) => Choice<CongressLevel>(entry, "level", "level");

    private object? ConfidenceOf(JsonElement entry)
    {
        switch (Text(entry, "confidence"))
        {
            case null: return null;
            case "T": return Confidence.Read;
            case "T-p": return Confidence.ReadInPart;
            case "R": return Confidence.Recalled;
            case "I": return Confidence.Inferred;
            case var other:
                Note("confidence", $"'{other}' is none of T, T-p, R, I");
                return null;
        }
    }
}
