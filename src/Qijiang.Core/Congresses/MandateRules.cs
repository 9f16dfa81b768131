using System.Collections.Immutable;
using NodaTime;
using Qijiang.Core.Law;

namespace Qijiang.Core.Congresses;

/// <summary>The rules of mandates for one level of congress on one day.</summary>
/// <param name="set">The rule set of the congress.</param>
/// <param name="level">Its level.</param>
/// <param name="on">The day of the act.</param>
public sealed class MandateRules(RuleSet set, CongressLevel level, LocalDate on)
{
    /// <summary>The keys that these rules ask for.</summary>
    public static ImmutableArray<RuleKey> Keys { get; } = RuleKey.Of(Capability.Congresses, ("deputy.confirmedBeforeActing", typeof(bool)));

    /// <summary>That a deputy's credentials are confirmed before he or she acts (DEP-04).</summary>
    public Rule<bool> ConfirmedBeforeActing => set.Get<bool>("deputy.confirmedBeforeActing", level, on);
}
