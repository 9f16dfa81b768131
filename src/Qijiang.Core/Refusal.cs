using Qijiang.Core.Law;

namespace Qijiang.Core;

/// <summary>A command refused by a rule or because it is out of turn. A value, not an exception.</summary>
/// <param name="Code">Stable, for machines: <c>capability.what-is-wrong</c>. The text for people is looked up by it, in Chinese and English.</param>
/// <param name="Rule">The rule behind it, for appeal; null where no article is behind it (a malformed field, a command out of turn).</param>
public abstract record Refusal(string Code, RuleRef? Rule = null)
{
    /// <summary>The field of the request that is at fault, in the JSON spelling; null where no single field is.</summary>
    public string? Field { get; init; }
}
