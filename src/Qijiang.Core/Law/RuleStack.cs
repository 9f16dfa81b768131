using System.Collections.Immutable;

namespace Qijiang.Core.Law;

/// <summary>Puts layers one on the other and notes where they contradict themselves or one another.</summary>
internal sealed class RuleStack(List<DataFinding> findings)
{
    private readonly List<RuleEntry> _entries = [];
    private readonly List<string> _sets = [];

    public ImmutableArray<RuleEntry> Entries => [.. _entries];

    public ImmutableArray<string> Sets => [.. _sets];

    public void Add(RuleLayer layer)
    {
        var reader = new RuleLayerReader(layer, findings);
        var entries = reader.Read();
        if (_sets.Contains(reader.Set)) findings.Add(new(layer.File, null, "set", $"another layer is called '{reader.Set}', too"));
        CheckKeys(layer.File, entries, reader.Introduces);
        CheckShapes(layer.File, entries);
        CheckVersions(layer.File, entries);
        _sets.Add(reader.Set);
        _entries.AddRange(entries.Select(entry => entry with { Until = entry.Until ?? Next(entry, entries)?.Ref.From }));
    }

    // An amendment adds a version and edits none: the next one ends the one before it.
    private static RuleEntry? Next(RuleEntry entry, ImmutableArray<RuleEntry> entries) => entries
        .Where(next => next.Key == entry.Key && next.Level == entry.Level && next.Ref.From > entry.Ref.From)
        .MinBy(next => next.Ref.From);

    // A mistyped key would otherwise be a rule that nobody ever asks for.
    private void CheckKeys(string file, ImmutableArray<RuleEntry> entries, ImmutableArray<string> introduced)
    {
        if (_sets.Count == 0) return;
        var below = _entries.Select(entry => entry.Key).ToHashSet();
        foreach (var key in introduced.Where(below.Contains)) findings.Add(new(file, null, "introduces", $"'{key}' is already known below"));
        foreach (var key in introduced.Where(key => entries.All(entry => entry.Key != key))) findings.Add(new(file, null, "introduces", $"'{key}' has no rule"));
        foreach (var entry in entries.Where(entry => !below.Contains(entry.Key) && !introduced.Contains(entry.Key)))
            findings.Add(new(file, Name(entry), "key", "is known to no set below; if it is new, name it in 'introduces'"));
    }

    private void CheckShapes(string file, ImmutableArray<RuleEntry> entries)
    {
        foreach (var versions in _entries.Concat(entries).GroupBy(entry => entry.Key))
        {
            var shape = versions.First().Value.Shape;
            foreach (var entry in versions.Where(entry => entry.Value.Shape != shape && entries.Contains(entry)))
                findings.Add(new(file, Name(entry), "value", $"is {entry.Value.Shape}, but {Name(versions.First())} of {versions.First().Ref.Set} is {shape}"));
        }
    }

    private void CheckVersions(string file, ImmutableArray<RuleEntry> entries)
    {
        foreach (var versions in entries.GroupBy(entry => (entry.Key, entry.Level)))
        {
            var byDate = versions.OrderBy(entry => entry.Ref.From).ToList();
            foreach (var (entry, next) in byDate.Zip(byDate.Skip(1)))
            {
                if (entry.Ref.From == next.Ref.From)
                    findings.Add(new(file, Name(next), "from", $"contradicts {Name(entry)}, which holds from the same day"));
                else if (entry.Until > next.Ref.From)
                    findings.Add(new(file, Name(entry), "until", $"overlaps {Name(next)}, which holds from {next.Ref.From:uuuu-MM-dd}"));
            }
        }
    }

    private static string Name(RuleEntry entry) => $"{entry.Key} {entry.Ref.Id}{(entry.Level is { } level ? $" ({level})" : "")} from {entry.Ref.From:uuuu-MM-dd}";
}
