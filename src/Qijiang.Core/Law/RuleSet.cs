using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;
using Qijiang.Core.Congresses;

namespace Qijiang.Core.Law;

/// <summary>
/// The rules of a region or congress as data: layers, each on the one below it. A rule is asked for with a level and a date, so
/// that none is read without them. Of the layers that have a value for that level and day, the topmost answers; within a
/// layer, a value for this level goes before one for every level.
/// </summary>
public sealed class RuleSet
{
    // Each with what it stands on; a region's set holds what is known of its rules, not all that a congress there needs.
    private static readonly FrozenDictionary<string, Lazy<RuleSet>> _presets = new Dictionary<string, string?>
    {
        ["national"] = null,
        ["chongqing"] = "national",
        ["qijiang"] = "chongqing",
        ["beijing"] = "national",
        ["henan"] = "national",
        ["shaanxi"] = "national",
        ["shandong"] = "national",
        ["qingdao"] = "shandong",
        ["shanghai"] = "national",
        ["shenzhen"] = "national",
        ["zhejiang"] = "national",
    }.ToFrozenDictionary(on => on.Key, on => new Lazy<RuleSet>(() =>
        on.Value is { } below ? Preset(below).With(RuleLayer.Preset(on.Key)) : Load(RuleLayer.Preset(on.Key))));

    private readonly ImmutableArray<RuleLayer> _layers;
    private readonly FrozenDictionary<string, ImmutableArray<RuleEntry>> _byKey;

    private RuleSet(ImmutableArray<RuleLayer> layers, RuleStack stack)
    {
        (_layers, Sets, Titles, Texts, Catalogue) = (layers, stack.Sets, stack.Titles, stack.Texts, stack.Catalogue);
        Entries = [.. Catalogue.OfType<RuleEntry>()];
        var sets = Sets;
        // The first that holds is the answer: topmost layer, own level before every level, latest version.
        _byKey = Entries.GroupBy(entry => entry.Key).ToFrozenDictionary(
            entry => entry.Key,
            entry => entry.OrderByDescending(e => sets.IndexOf(e.Ref.Set)).ThenBy(e => e.Level is null).ThenByDescending(e => e.Ref.From).ToImmutableArray());
    }

    /// <summary>The names of the sets, lowest first: <c>national</c>, <c>chongqing</c>.</summary>
    public ImmutableArray<string> Sets { get; }

    /// <summary>The titles of the sets that have one.</summary>
    public ImmutableArray<SetTitle> Titles { get; }

    /// <summary>The texts that the sets cite, by their short names.</summary>
    public ImmutableArray<LegalText> Texts { get; }

    /// <summary>Every rule that the sets know, with a value or without, lowest set first, in the order of the files.</summary>
    public ImmutableArray<CatalogueEntry> Catalogue { get; }

    /// <summary>Those of the catalogue that have a value.</summary>
    public ImmutableArray<RuleEntry> Entries { get; }

    /// <summary>The presets that come with this library.</summary>
    public static ImmutableArray<string> PresetNames => [.. _presets.Keys.Order(StringComparer.Ordinal)];

    /// <summary>A preset with what lies below it: <c>chongqing</c> stands on <c>national</c>.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">There is no such preset.</exception>
    public static RuleSet Preset(string name) => _presets.TryGetValue(name, out var preset)
        ? preset.Value
        : throw new ArgumentException($"There is no preset '{name}'.", nameof(name));

    /// <summary>Reads layers, the lowest first.</summary>
    /// <param name="layers">The files' texts.</param>
    /// <exception cref="RuleSetException">Something is wrong; everything that is wrong is named by file, entry and field.</exception>
    public static RuleSet Load(params ImmutableArray<RuleLayer> layers)
    {
        var findings = new List<DataFinding>();
        var stack = new RuleStack(findings);
        foreach (var layer in layers) stack.Add(layer);
        return findings.Count == 0 ? new(layers, stack) : throw new RuleSetException([.. findings]);
    }

    /// <summary>These rules with one more layer on top: a region's, or a congress's own.</summary>
    /// <param name="own">The file's text.</param>
    /// <exception cref="RuleSetException">Something is wrong; everything that is wrong is named by file, entry and field.</exception>
    public RuleSet With(RuleLayer own) => Load(_layers.Add(own));

    /// <summary>The value that holds for a level of congress on a day.</summary>
    /// <typeparam name="T">TimeLimit, Share, int, bool, string, AnnualDate or an enum.</typeparam>
    /// <param name="key">What is regulated: <c>suggestion.replyWithin</c>.</param>
    /// <param name="level">For which level of congress.</param>
    /// <param name="on">On which day: that of the act that starts the period or is judged.</param>
    /// <exception cref="RuleNotFoundException">No set has such a value.</exception>
    /// <exception cref="RuleSetException">The value is not of the type asked for.</exception>
    public Rule<T> Get<T>(string key, CongressLevel level, LocalDate on)
    {
        var versions = Versions(key);
        foreach (var entry in versions)
            if (entry.Holds(level, on)) return As<T>(entry);
        throw new RuleNotFoundException(key, level, on, string.Join(" + ", Sets), versions.IsEmpty
            ? "No set has the key."
            : $"The key has: {string.Join("; ", versions.Select(e => $"{e.Ref.Set} {e.Ref.Id}, {e.Level?.ToString() ?? "every level"}, from {e.Ref.From:uuuu-MM-dd}{e.Until?.ToString("' until 'uuuu-MM-dd", null)}"))}.");
    }

    /// <summary>The version that a running case keeps, whatever holds today.</summary>
    /// <typeparam name="T">TimeLimit, Share, int, bool, string, AnnualDate or an enum.</typeparam>
    /// <param name="key">What is regulated.</param>
    /// <param name="level">For which level of congress.</param>
    /// <param name="version">The version, as an event has stored it.</param>
    /// <exception cref="RuleNotFoundException">No set has that version; sets add versions and never take one away.</exception>
    /// <exception cref="RuleSetException">The value is not of the type asked for.</exception>
    public Rule<T> GetVersion<T>(string key, CongressLevel level, RuleRef version)
    {
        foreach (var entry in Versions(key))
            if (entry.Ref == version && entry.IsFor(level)) return As<T>(entry);
        throw new RuleNotFoundException(key, level, version, string.Join(" + ", Sets));
    }

    /// <summary>What a congress would ask these rules for in vain: keys without a value on a day, or on any day after it.</summary>
    /// <param name="keys">What is asked for: <see cref="RuleKeys.All"/>.</param>
    /// <param name="level">The level of the congress.</param>
    /// <param name="since">The first day on which it asks.</param>
    public ImmutableArray<DataFinding> Lacking(ImmutableArray<RuleKey> keys, CongressLevel level, LocalDate since) =>
    [
        .. from key in keys
           let days = Versions(key.Name).Select(entry => entry.Until).OfType<LocalDate>().Where(until => until > since).Prepend(since).Distinct().Order()
           from day in days.Where(day => !Has(key.Name, level, day)).Take(1)
           select new DataFinding(_layers[^1].File, key.Name, "value", $"is missing for level {level} on {day:uuuu-MM-dd} in {string.Join(" + ", Sets)}; {key.AskedBy} needs it"),
    ];

    /// <summary>What an earlier state of these rules has that they lack or say otherwise. Cases run under it: sets add versions and take none away.</summary>
    /// <param name="before">The earlier state.</param>
    public ImmutableArray<DataFinding> LostSince(RuleSet before) =>
    [
        .. from entry in before.Entries
           let same = Entries.FirstOrDefault(e => e.Key == entry.Key && e.Ref == entry.Ref && e.Level == entry.Level)
           where same?.Value != entry.Value
           select same is null
               ? new DataFinding(_layers[^1].File, entry.Name, null, $"of {entry.Ref.Set} is gone; a set adds versions and takes none away")
               : new DataFinding(_layers[^1].File, entry.Name, "value", $"of {entry.Ref.Set} is changed; an amendment adds a version with its own 'from'"),
    ];

    /// <summary>Whether a value holds for this level on this day.</summary>
    /// <param name="key">What is regulated.</param>
    /// <param name="level">For which level of congress.</param>
    /// <param name="on">On which day.</param>
    public bool Has(string key, CongressLevel level, LocalDate on) => Versions(key).Any(entry => entry.Holds(level, on));

    /// <summary>What the sets say about a version of a rule: one entry for each key it regulates; none where it is not known.</summary>
    /// <param name="version">The version, as an event has stored it or a refusal names it.</param>
    public ImmutableArray<RuleEntry> Find(RuleRef version) => [.. Entries.Where(entry => entry.Ref == version)];

    private ImmutableArray<RuleEntry> Versions(string key) => _byKey.GetValueOrDefault(key, []);

    private static Rule<T> As<T>(RuleEntry entry) => entry.Value.TryAs<T>(out var value)
        ? new(entry.Ref, entry.Source, value)
        : throw new RuleSetException([new(entry.Ref.Set, $"{entry.Key} {entry.Ref.Id}", "value", entry.Value.Unfit(typeof(T))!)]);
}
