using System.Collections.Immutable;
using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;

namespace Qijiang.Core.Obligations;

/// <summary>The rules to which the steps of a reminder policy may refer, for one level of congress on one day.</summary>
/// <param name="set">The rule set of the congress.</param>
/// <param name="level">Its level.</param>
/// <param name="on">The day on which reminders are planned.</param>
public sealed class ReminderRules(RuleSet set, CongressLevel level, LocalDate on)
{
    /// <summary>The keys that these rules ask for.</summary>
    public static ImmutableArray<RuleKey> Keys { get; } = RuleKey.Of(Capability.Obligations, ("suggestion.remindBefore", typeof(TimeLimit)));

    /// <summary>How long before the last day a step comes by a rule (SUG-49); null where the congress's rules don't say.</summary>
    /// <param name="key">The rule's key: one of <see cref="Keys"/>.</param>
    public Rule<TimeLimit>? Before(string key) => set.Has(key, level, on) ? set.Get<TimeLimit>(key, level, on) : null;
}
