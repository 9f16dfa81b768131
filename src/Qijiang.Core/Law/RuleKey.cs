using System.Collections.Immutable;

namespace Qijiang.Core.Law;

/// <summary>A value that a capability asks the rule set for.</summary>
/// <param name="Name">Its key: <c>suggestion.replyWithin</c>.</param>
/// <param name="Type">The type it is asked for in: TimeLimit, Share, int, bool, string, AnnualDate or an enum.</param>
/// <param name="AskedBy">The capability that can't work without it.</param>
public sealed record RuleKey(string Name, Type Type, Capability AskedBy)
{
    /// <summary>The keys of a capability.</summary>
    /// <param name="askedBy">The capability.</param>
    /// <param name="keys">Its keys, each with its type.</param>
    internal static ImmutableArray<RuleKey> Of(Capability askedBy, params (string Name, Type Type)[] keys) => [.. keys.Select(key => new RuleKey(key.Name, key.Type, askedBy))];
}
