using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Qijiang.Core.Calendar;
using Qijiang.Core.Law;

namespace Qijiang.Core.Tests.Law.Witnesses;

/// <summary>The presets as files, with one value changed.</summary>
internal static class Presets
{
    /// <summary>
    /// The presets as they are, but that no layer above the witness's own says anything on its key. What another region's set does not say,
    /// Chongqing's answers, so that a story can be told at all.
    /// </summary>
    public static RuleSet Of(Witness witness) => RuleSet.Load([.. Files(witness).Select(Layer)]);

    /// <summary>The same, with another value in the witness's entry and nothing else changed.</summary>
    public static RuleSet Changed(Witness witness, string value)
    {
        var files = Files(witness).ToList();
        EntryIn(files, witness)["value"] = JsonNode.Parse(value);
        return RuleSet.Load([.. files.Select(Layer)]);
    }

    /// <summary>The values next to the witness's own: one more, one less, another unit, the contrary, another word.</summary>
    public static IEnumerable<string> Neighbours(Witness witness)
    {
        var value = EntryIn([.. Files(witness)], witness)["value"]!;
        return value switch
        {
            JsonObject o when o["count"] is { } count => Periods((int)count, (string)o["unit"]!),
            JsonObject o => Shares(o.Single().Key, (string)o.Single().Value!),
            JsonValue v when v.TryGetValue<bool>(out var flag) => [flag ? "false" : "true"],
            JsonValue v when v.TryGetValue<int>(out var number) => [Text($"{number + 1}"), Text($"{number - 1}")],
            _ => witness.Or.Select(word => $"\"{word}\""),
        };
    }

    /// <summary>Of a value that is a word: the preset's own and those that it is tried with.</summary>
    public static IEnumerable<string> Words(Witness witness) => witness.Or.Prepend((string)EntryIn([.. Files(witness)], witness)["value"]!);

    private static IEnumerable<string> Periods(int count, string unit) => [
        Period(count + 1, unit),
        .. count > 0 ? [Period(count - 1, unit)] : Array.Empty<string>(),
        .. Enum.GetNames<LimitUnit>().Where(other => other != unit).Select(other => Period(count, other))];

    private static string Period(int count, string unit) => Text($$"""{ "count": {{count}}, "unit": "{{unit}}" }""");

    // Two thirds: more than two thirds, and two quarters.
    private static IEnumerable<string> Shares(string how, string part)
    {
        var (numerator, denominator) = part.Split('/') is [var n, var d] ? (n, int.Parse(d, CultureInfo.InvariantCulture)) : throw new FormatException(part);
        return [$$"""{ "{{(how == "atLeast" ? "moreThan" : "atLeast")}}": "{{part}}" }""", Text($$"""{ "{{how}}": "{{numerator}}/{{denominator + 1}}" }""")];
    }

    private static IEnumerable<JsonNode> Files(Witness witness)
    {
        var names = Names(witness);
        foreach (var name in names)
        {
            var file = JsonNode.Parse(RuleLayer.Preset(name).Json)!.AsObject();
            if (names.IndexOf(name) > names.IndexOf(witness.Set)) file["rules"]!.AsArray().RemoveAll(rule => (string?)rule!["key"] == witness.Key);
            // Where it only fills in, it may name a text that the region's set names, too.
            if (name == "chongqing" && witness.Set != "national") file.Remove("texts");
            yield return file;
        }
    }

    private static ImmutableArray<string> Names(Witness witness)
    {
        var names = RuleSet.Preset(witness.Set).Sets;
        return names.Contains("chongqing") ? names : names.Insert(1, "chongqing");
    }

    private static JsonNode EntryIn(IReadOnlyList<JsonNode> files, Witness witness) => files[Names(witness).IndexOf(witness.Set)]["rules"]!.AsArray().Single(rule =>
        (string?)rule!["key"] == witness.Key
        && (string?)rule["level"] == witness.Level?.ToString()
        && (witness.From is not { } from || (string)rule["from"]! == from.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)))!;

    private static RuleLayer Layer(JsonNode file) => new($"{file["set"]}.json", file.ToJsonString());

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
