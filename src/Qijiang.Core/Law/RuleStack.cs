using System.Collections.Immutable;

namespace Qijiang.Core.Law;

/// <summary>Puts layers one on the other and notes where they contradict themselves or one another.</summary>
internal sealed class RuleStack(List<DataFinding> findings)
{
    private readonly List<CatalogueEntry> _catalogue = [];
    private readonly List<LegalText> _texts = [];
    private readonly List<string> _sets = [];
    private readonly List<SetTitle> _titles = [];

    public ImmutableArray<CatalogueEntry> Catalogue => [.. _catalogue];

    public ImmutableArray<LegalText> Texts => [.. _texts];

    public ImmutableArray<string> Sets => [.. _sets];

    public ImmutableArray<SetTitle> Titles => [.. _titles];

    private IEnumerable<RuleEntry> Values => _catalogue.OfType<RuleEntry>();

    public void Add(RuleLayer layer)
    {
        var reader = new RuleLayerReader(layer, findings);
        var read = reader.Read();
        if (_sets.Contains(reader.Set)) findings.Add(new(layer.File, null, "set", $"another layer is called '{reader.Set}', too"));
        foreach (var text in reader.Cited.Where(text => _texts.Any(below => below.Law == text.Law)))
            findings.Add(new(layer.File, $"texts {text.Law}", null, "is already known below"));
        CheckKnown(layer.File, read);
        ImmutableArray<CatalogueEntry> entries = [.. read.Select(WithStatus)];
        CheckStatus(layer.File, entries);
        CheckValues(layer.File, entries);
        CheckVersions(layer.File, entries);
        findings.AddRange(FixedRules.Check(layer.File, [.. entries.OfType<RuleEntry>()]));
        _sets.Add(reader.Set);
        if (reader.Title is { } title) _titles.Add(new(reader.Set, title));
        _texts.AddRange(reader.Cited);
        _catalogue.AddRange(entries.Select(entry => entry with { Until = entry.Until ?? Next(entry, entries)?.Ref.From }));
    }

    // Versions follow one another within what they are versions of: a key or a norm, for a level.
    private static (string Of, object? Level) Line(CatalogueEntry entry) => (entry is RuleEntry rule ? rule.Key : $"norm {entry.Ref.Id}", entry.Level);

    // An amendment adds a version and edits none: the next one ends the one before it.
    private static CatalogueEntry? Next(CatalogueEntry entry, ImmutableArray<CatalogueEntry> entries) => entries
        .Where(next => Line(next) == Line(entry) && next.Ref.From > entry.Ref.From)
        .MinBy(next => next.Ref.From);

    // A mistyped id or key would otherwise be a rule that nobody ever asks for.
    private void CheckKnown(string file, ImmutableArray<ReadEntry> read)
    {
        var (ids, keys) = (_catalogue.Select(entry => entry.Ref.Id).ToHashSet(), Values.Select(entry => entry.Key).ToHashSet());
        foreach (var entry in read.Where(entry => entry.Known).Select(entry => entry.Entry))
        {
            if (!ids.Contains(entry.Ref.Id)) findings.Add(new(file, entry.Name, "id", "is known to no set below; if it is new, say its 'status'"));
            if (entry is RuleEntry rule && !keys.Contains(rule.Key)) findings.Add(new(file, entry.Name, "key", "is known to no set below; if it is new, say its 'status'"));
        }
    }

    private CatalogueEntry WithStatus(ReadEntry read)
    {
        if (!read.Known) return read.Entry;
        var below = read.Entry is RuleEntry rule ? Values.FirstOrDefault(entry => entry.Key == rule.Key) : _catalogue.FirstOrDefault(entry => entry.Ref.Id == read.Entry.Ref.Id);
        return read.Entry with { PlannedFor = below?.PlannedFor };
    }

    // Code asks for a key or does not, whichever set has the value.
    private void CheckStatus(string file, ImmutableArray<CatalogueEntry> entries)
    {
        foreach (var versions in Values.Concat(entries.OfType<RuleEntry>()).GroupBy(entry => entry.Key))
            foreach (var entry in versions.Where(entry => entry.PlannedFor != versions.First().PlannedFor && entries.Contains(entry)))
                findings.Add(new(file, entry.Name, "status", $"contradicts {versions.First().Name} of {versions.First().Ref.Set}: a key has one"));
    }

    private void CheckValues(string file, ImmutableArray<CatalogueEntry> entries)
    {
        foreach (var versions in Values.Concat(entries.OfType<RuleEntry>()).GroupBy(entry => entry.Key))
        {
            var shape = versions.First().Value.Shape;
            foreach (var entry in versions.Where(entries.Contains))
            {
                if (entry.Value.Shape != shape)
                    findings.Add(new(file, entry.Name, "value", $"is {entry.Value.Shape}, but {versions.First().Name} of {versions.First().Ref.Set} is {shape}"));
                else if (RuleKeys.Find(entry.Key) is { } key && entry.Value.Unfit(key.Type) is { } problem)
                    findings.Add(new(file, entry.Name, "value", problem));
            }
        }
    }

    private void CheckVersions(string file, ImmutableArray<CatalogueEntry> entries)
    {
        foreach (var versions in entries.GroupBy(Line))
        {
            var byDate = versions.OrderBy(entry => entry.Ref.From).ToList();
            foreach (var (entry, next) in byDate.Zip(byDate.Skip(1)))
            {
                if (entry.Ref.From == next.Ref.From)
                    findings.Add(new(file, next.Name, "from", $"contradicts {entry.Name}, which holds from the same day"));
                else if (entry.Until > next.Ref.From)
                    findings.Add(new(file, entry.Name, "until", $"overlaps {next.Name}, which holds from {next.Ref.From:uuuu-MM-dd}"));
            }
        }
    }
}
