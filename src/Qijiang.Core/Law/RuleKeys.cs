using System.Collections.Frozen;
using System.Collections.Immutable;
using Qijiang.Core.Calendar;
using Qijiang.Core.CitizenInput;
using Qijiang.Core.Congresses;
using Qijiang.Core.LivelihoodProjects;
using Qijiang.Core.Obligations;
using Qijiang.Core.PersonalData;
using Qijiang.Core.Suggestions;

namespace Qijiang.Core.Law;

/// <summary>Every key that this library's capabilities ask for. A rule that has one is active; a congress needs a value for each.</summary>
public static class RuleKeys
{
    private static readonly Lazy<FrozenDictionary<string, RuleKey>> _all = new(() =>
        new[] { CountingRules.Keys, MandateRules.Keys, OpinionRules.Keys, SuggestionRules.Keys, LivelihoodProjectRules.Keys, PersonalDataRules.Keys, ReminderRules.Keys }
            .SelectMany(keys => keys).ToFrozenDictionary(key => key.Name));

    /// <summary>All of them.</summary>
    public static ImmutableArray<RuleKey> All => _all.Value.Values;

    /// <summary>The key of this name; null where nothing asks for it.</summary>
    /// <param name="name">The name.</param>
    public static RuleKey? Find(string name) => _all.Value.GetValueOrDefault(name);
}
