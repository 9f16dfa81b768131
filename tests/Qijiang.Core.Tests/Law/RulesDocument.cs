using System.Globalization;
using System.Text;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;

namespace Qijiang.Core.Tests.Law;

/// <summary>Writes <c>docs/rules.md</c> from the catalogue.</summary>
internal static class RulesDocument
{
    public static string Write(IReadOnlyList<(string Preset, RuleSet Rules)> presets)
    {
        var sets = presets.Select(p => (p.Preset, p.Rules, Own: p.Rules.Catalogue.Where(entry => entry.Ref.Set == p.Preset).ToList())).ToList();
        var all = sets.SelectMany(set => set.Own).ToList();
        var text = new StringBuilder();
        Lines(text, [
            "# Rules · 规则目录",
            "",
            "<!-- Generated from src/Qijiang.Core/Law/presets by RulesDocumentTests; a test fails while it is stale and says how to renew it. -->",
            "",
            "Every rule of the domain dossier, by the set that has it. A congress works under one preset with what lies below it, and a layer",
            "of its own on top (`docs/operations.md`). *Active*: a capability asks for the value, or the code holds to the norm; else the",
            "capability that will need it. Confidence: **T** read in the text, **T-p** in a text read in part, **R** recalled, **I** inferred",
            "or a default. *From* and *until* are first days, on which it holds and no longer holds. Where the day was not read, the note says",
            "so: *from* is then the first day of the year after the text's, or a day on which the practice is known to have been there.",
            "What is planned for a capability that is there says what it waits for.",
            "",
            "| Set | | Stands on | Rules | Entries | Active | Planned |",
            "|---|---|---|---:|---:|---:|---:|",
        ]);
        foreach (var (preset, rules, own) in sets)
            Lines(text, [$"| `{preset}` | {rules.Title(preset)} | {string.Join(", ", rules.Sets[..^1].Reverse().Take(1).Select(below => $"`{below}`"))} | {own.Select(e => e.Ref.Id).Distinct().Count()} | {own.Count} | {own.Count(e => e.PlannedFor is null)} | {own.Count(e => e.PlannedFor is not null)} |"]);
        Lines(text, [$"| all | | | {all.Select(e => e.Ref.Id).Distinct().Count()} | {all.Count} | {all.Count(e => e.PlannedFor is null)} | {all.Count(e => e.PlannedFor is not null)} |"]);

        Lines(text, ["", "## Left open · 待确认", "", "What no source settles and somebody has to be asked, and what holds it until then.", "", "| Rule | Question | Held by |", "|---|---|---|"]);
        foreach (var entry in all.Where(entry => entry.Open is not null))
            Lines(text, [$"| {entry.Ref.Id} {entry.Title.Chinese} | {entry.Open} | {Where(entry)} |"]);

        Lines(text, ["", "Not read in full, recalled or inferred: a congress's own layer may say otherwise.", "", "| Rule | | Confidence | Held by |", "|---|---|---|---|"]);
        foreach (var entry in all.Where(entry => entry.Confidence is not Confidence.Read))
            Lines(text, [$"| {entry.Ref.Id} | {entry.Title.Chinese}<br>{entry.Title.English} | {Said(entry.Confidence)} | {Where(entry)} |"]);

        foreach (var (preset, rules, own) in sets)
        {
            Lines(text, ["", $"## `{preset}` · {rules.Title(preset)}", "", "| Rule | | Citation | Value | Level | From | Until | | Status |", "|---|---|---|---|---|---|---|---|---|"]);
            foreach (var entry in own) Lines(text, [Row(entry)]);
        }

        Lines(text, ["", "## Texts · 所引文本", "", "A title in brackets describes a text whose title was not read.", "", "| Cited as | | Version |", "|---|---|---|"]);
        foreach (var cited in sets.SelectMany(set => set.Rules.Texts).DistinctBy(cited => cited.Law))
            Lines(text, [$"| {cited.Law} | {cited.Title.Chinese}<br>{cited.Title.English} | {cited.Version ?? "not read"} |"]);
        return text.ToString();
    }

    private static string Row(CatalogueEntry entry) => "| " + string.Join(" | ", [
        entry.Ref.Id,
        $"{entry.Title.Chinese}<br>{entry.Title.English}{(entry.Note is { } note ? $"<br>*{note}*" : "")}",
        entry.Source.Article is { } article ? $"{entry.Source.Law} art. {article}" : entry.Source.Law,
        entry is RuleEntry rule ? $"`{rule.Key}`<br>{Said(rule.Value)}" : "–",
        entry.Level switch { CongressLevel.District => "district", CongressLevel.Town => "town", _ => "" },
        $"{entry.Ref.From:uuuu-MM-dd}",
        entry.Until?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) ?? "",
        Said(entry.Confidence),
        entry.PlannedFor is { } capability ? $"planned: {capability}" : "active",
    ]) + " |";

    private static string Where(CatalogueEntry entry) =>
        $"{(entry is RuleEntry rule ? $"`{rule.Key}` = {Said(rule.Value)}{(rule.Level is { } level ? $" ({level})" : "")}" : "no value")} in `{entry.Ref.Set}`";

    private static string Title(this RuleSet rules, string set) => rules.Titles.Single(title => title.Set == set).Title is var title ? $"{title.Chinese}, {title.English}" : "";

    private static string Said(RuleValue value) => value switch
    {
        RuleValue.Limit { Value: var limit } => string.Create(CultureInfo.InvariantCulture, $"{limit.Count} {limit.Unit switch
        {
            LimitUnit.Days => "days",
            LimitUnit.WorkingDays => "working days",
            _ => "months",
        }}"),
        RuleValue.Part { Value: var share } => string.Create(CultureInfo.InvariantCulture, $"{(share.Inclusive ? "at least" : "more than")} {share.Numerator}/{share.Denominator}"),
        RuleValue.Number { Value: var number } => string.Create(CultureInfo.InvariantCulture, $"{number}"),
        RuleValue.Flag { Value: var flag } => flag ? "yes" : "no",
        _ => ((RuleValue.Word)value).Value,
    };

    private static string Said(Confidence confidence) => confidence switch
    {
        Confidence.Read => "T",
        Confidence.ReadInPart => "T-p",
        Confidence.Recalled => "R",
        _ => "I",
    };

    private static void Lines(StringBuilder text, IEnumerable<string> lines)
    {
        foreach (var line in lines) text.Append(line).Append('\n');
    }
}
