using System.Collections.Immutable;
using NodaTime;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;

namespace Qijiang.Core.Calendar;

/// <summary>How periods are counted (CAL-01, CAL-03, CAL-07, CAL-11). No congress regulation says it; the codes are used by analogy, so it is a setting.</summary>
/// <param name="rules">The congress's rules.</param>
/// <param name="level">Its level.</param>
/// <param name="on">The day whose rules are meant: the one that starts the period. Where it lies before every version of a rule, the first version is taken.</param>
public sealed class CountingRules(RuleSet rules, CongressLevel level, LocalDate on)
{
    /// <summary>The keys that these rules ask for.</summary>
    public static ImmutableArray<RuleKey> Keys { get; } = RuleKey.Of(
        Capability.Calendar,
        ("calendar.startDayCounted", typeof(bool)),
        ("calendar.rollForward", typeof(RollForward)),
        ("calendar.backward", typeof(RollBackward)),
        ("calendar.localOverrides", typeof(string)));

    /// <summary>Whether the day that starts a period is counted (<c>calendar.startDayCounted</c>).</summary>
    public Rule<bool> StartDayCounted { get; } = At<bool>("calendar.startDayCounted", rules, level, on);

    /// <summary>Where a period in days or months ends whose last day is off (<c>calendar.rollForward</c>).</summary>
    public Rule<RollForward> RollForward { get; } = At<RollForward>("calendar.rollForward", rules, level, on);

    /// <summary>The latest day of a backward period whose day is off (<c>calendar.backward</c>).</summary>
    public Rule<RollBackward> Backward { get; } = At<RollBackward>("calendar.backward", rules, level, on);

    /// <summary>The area whose local days off hold, as its notices name it (<c>calendar.localOverrides</c>); <c>None</c> where there are none.</summary>
    public Rule<string> LocalDays { get; } = At<string>("calendar.localOverrides", rules, level, on);

    /// <summary>As the national preset has it: the start is not counted, days off at the end move forward, or back in a backward period.</summary>
    public static CountingRules National => _national.Value;

    // Loading a set looks at the keys above: it waits until they are there.
    private static readonly Lazy<CountingRules> _national = new(() => new(RuleSet.Preset("national"), CongressLevel.District, new(2021, 1, 1)));

    private static Rule<T> At<T>(string key, RuleSet rules, CongressLevel level, LocalDate on) => rules.Get<T>(key, level, rules.Has(key, level, on)
        ? on
        : rules.Entries.Where(entry => entry.Key == key && entry.IsFor(level)).Select(entry => entry.Ref.From).DefaultIfEmpty(on).Min());
}
