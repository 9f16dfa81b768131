using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;

namespace Qijiang.Core.Law;

/// <summary>Reads one rule set's file and notes everything that is wrong in it.</summary>
internal sealed class RuleLayerReader(RuleLayer layer, List<DataFinding> findings) : DataFileReader(layer.File, findings)
{
    private static readonly string[] _fileFields = ["set", "title", "texts", "rules"];
    private static readonly string[] _entryFields = ["key", "id", "title", "level", "from", "until", "source", "value", "confidence", "status", "note", "open"];

    public string Set { get; private set; } = layer.File;

    public Bilingual? Title { get; private set; }

    public ImmutableArray<LegalText> Cited { get; private set; } = [];

    public ImmutableArray<ReadEntry> Read() => Read(layer.Json, ReadFile, []);

    private ImmutableArray<ReadEntry> ReadFile(JsonElement file)
    {
        if (!IsObject(file, null)) return [];
        NameUnknown(file, _fileFields);
        Set = Text(file, "set") ?? Set;
        if (file.TryGetProperty("title", out var title)) Title = Both(title, "title");
        if (file.TryGetProperty("texts", out var texts) && IsObject(texts, "texts")) Cited = [.. texts.EnumerateObject().Select(ReadText).OfType<LegalText>()];
        if (!file.TryGetProperty("rules", out var rules) || rules.ValueKind != JsonValueKind.Array)
        {
            Note("rules", "a list of rules is expected");
            return [];
        }
        return [.. rules.EnumerateArray().Select(ReadEntry).OfType<ReadEntry>()];
    }

    private LegalText? ReadText(JsonProperty text)
    {
        Entry = $"texts {text.Name}";
        var (title, version) = (default(Bilingual), default(string));
        if (IsObject(text.Value, null))
        {
            NameUnknown(text.Value, ["title", "version"]);
            title = text.Value.TryGetProperty("title", out var titles) ? Both(titles, "title") : Missing<Bilingual>("title");
            version = Optional(text.Value, "version");
        }
        Entry = null;
        return title is null ? null : new(text.Name, title, version);
    }

    private ReadEntry? ReadEntry(JsonElement entry, int index)
    {
        Entry = $"rules[{index}]";
        if (!IsObject(entry, null)) return null;
        Entry = string.Join(' ', new[] { Entry, Peek(entry, "key"), Peek(entry, "id") }.Where(part => part is not null));
        NameUnknown(entry, _entryFields);

        var valued = entry.TryGetProperty("key", out _) || entry.TryGetProperty("value", out _);
        var key = valued ? Text(entry, "key") : null;
        var (id, from) = (Text(entry, "id"), Date(entry, "from"));
        var level = entry.TryGetProperty("level", out _) ? Level(entry) : null;
        var until = entry.TryGetProperty("until", out _) ? Date(entry, "until") : null;
        var title = entry.TryGetProperty("title", out var titles) ? Both(titles, "title") : Missing<Bilingual>("title");
        var source = entry.TryGetProperty("source", out var cited) ? Source(cited) : Missing<Citation>("source");
        var value = !valued ? null : entry.TryGetProperty("value", out var given) ? Value(given) : Missing<RuleValue>("value");
        var confidence = entry.TryGetProperty("confidence", out _) ? ConfidenceOf(entry) : Missing<object>("confidence");
        var known = !entry.TryGetProperty("status", out var status);
        var planned = known ? null : Planned(status);
        var (note, open) = (Optional(entry, "note"), Optional(entry, "open"));
        if (until <= from) Note("until", "is not after 'from'; it is the first day on which the rule no longer holds");

        if (id is null || from is null || title is null || source is null || confidence is null) return null;
        var version = new RuleRef(id, Set, from.Value);
        return (key, value) switch
        {
            ({ } k, { } v) => new(new RuleEntry(k, version, level, until, title, source, v, (Confidence)confidence, planned, note, open), known),
            _ when valued => null,
            _ => new(new NormEntry(version, level, until, title, source, (Confidence)confidence, planned, note, open), known),
        };
    }

    private Capability? Planned(JsonElement status)
    {
        if (status.ValueKind == JsonValueKind.String && status.GetString() == "active") return null;
        if (status.ValueKind == JsonValueKind.Object && status.TryGetProperty("planned", out _))
        {
            NameUnknown(status, ["planned"], "status.");
            return Choice<Capability>(status, "planned", "status.planned");
        }
        Note("status", "\"active\" is expected, or { \"planned\": \"Meetings\" } with the capability that will need it");
        return null;
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
