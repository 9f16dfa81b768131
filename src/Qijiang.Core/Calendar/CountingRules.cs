using System.Collections.Immutable;
using NodaTime;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;

namespace Qijiang.Core.Calendar;

/// <summary>How periods are counted (CAL-01, CAL-03, CAL-07). No congress regulation says it; the codes are used by analogy, so it is a setting.</summary>
/// <param name="rules">The congress's rules.</param>
/// <param name="level">Its level.</param>
/// <param name="on">The day whose rules are meant.</param>
public sealed class CountingRules(RuleSet rules, CongressLevel level, LocalDate on)
{
    /// <summary>The keys that these rules ask for.</summary>
    public static ImmutableArray<RuleKey> Keys { get; } = RuleKey.Of(
        Capability.Calendar,
        ("calendar.startDayCounted", typeof(bool)),
        ("calendar.rollForward", typeof(RollForward)),
        ("calendar.backward", typeof(RollBackward)));

    /// <summary>Whether the day that starts a period is counted (<c>calendar.startDayCounted</c>).</summary>
    public Rule<bool> StartDayCounted { get; } = rules.Get<bool>("calendar.startDayCounted", level, on);

    /// <summary>Where a period in days or months ends whose last day is off (<c>calendar.rollForward</c>).</summary>
    public Rule<RollForward> RollForward { get; } = rules.Get<RollForward>("calendar.rollForward", level, on);

    /// <summary>The latest day of a backward period whose day is off (<c>calendar.backward</c>).</summary>
    public Rule<RollBackward> Backward { get; } = rules.Get<RollBackward>("calendar.backward", level, on);

    /// <summary>As the national preset has it: the start is not counted, days off at the end move forward, or back in a backward period.</summary>
    public static CountingRules National => _national.Value;

    // Loading a set looks at the keys above: it waits until they are there.
    private static readonly Lazy<CountingRules> _national = new(() => new(RuleSet.Preset("national"), CongressLevel.District, new(2021, 1, 1)));
}
