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
    private static readonly FrozenDictionary<string, Lazy<RuleSet>> _presets = new Dictionary<string, Lazy<RuleSet>>
    {
        ["national"] = new(() => Load(RuleLayer.Preset("national"))),
        ["chongqing"] = new(() => Load(RuleLayer.Preset("national"), RuleLayer.Preset("chongqing"))),
    }.ToFrozenDictionary();

    private readonly ImmutableArray<RuleLayer> _layers;
    private readonly FrozenDictionary<string, ImmutableArray<RuleEntry>> _byKey;

    private RuleSet(ImmutableArray<RuleLayer> layers, ImmutableArray<string> sets, ImmutableArray<RuleEntry> entries)
    {
        (_layers, Sets, Entries) = (layers, sets, entries);
        // The first that holds is the answer: topmost layer, own level before every level, latest version.
        _byKey = entries.GroupBy(entry => entry.Key).ToFrozenDictionary(
            entry => entry.Key,
            entry => entry.OrderByDescending(e => sets.IndexOf(e.Ref.Set)).ThenBy(e => e.Level is null).ThenByDescending(e => e.Ref.From).ToImmutableArray());
    }

    /// <summary>The names of the sets, lowest first: <c>national</c>, <c>chongqing</c>.</summary>
    public ImmutableArray<string> Sets { get; }

    /// <summary>Everything that the sets say, lowest set first, in the order of the files.</summary>
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
        return findings.Count == 0 ? new(layers, stack.Sets, stack.Entries) : throw new RuleSetException([.. findings]);
    }

    /// <summary>These rules with one more layer on top: a congress's own.</summary>
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
        : throw new RuleSetException([new(entry.Ref.Set, $"{entry.Key} {entry.Ref.Id}", "value", entry.Value is RuleValue.Word word
            ? $"'{word.Value}' is no {typeof(T).Name}{(typeof(T).IsEnum ? $": {string.Join(", ", Enum.GetNames(typeof(T)))}" : "")}"
            : $"is {entry.Value.Shape}, but is asked for as {typeof(T).Name}")]);
}
