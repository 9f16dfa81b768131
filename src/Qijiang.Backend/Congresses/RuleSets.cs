using System.Collections.Concurrent;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;

namespace Qijiang.Backend.Congresses;

/// <summary>The rule set that a congress works under, read once.</summary>
public sealed class RuleSets
{
    private readonly ConcurrentDictionary<string, RuleSet> _read = new(StringComparer.Ordinal);

    /// <summary>The rules of this congress.</summary>
    public RuleSet Of(Congress.Established congress) => _read.GetOrAdd(congress.RuleSet, RuleSet.Preset);
}
