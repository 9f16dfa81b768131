using NodaTime;

namespace Qijiang.Core.Law;

/// <summary>Names one version of one rule: what events store and refusals carry.</summary>
/// <param name="Id">
/// The rule's id in the catalogue: <c>SUG-20</c>. The letters say what it is about (SUG suggestions, CIT citizens, DEP deputies, CONG
/// the session, LIV livelihood projects, CAL counting of days), a congress's own rules take their own; <c>docs/rules.md</c> lists all.
/// </param>
/// <param name="Set">The rule set it was read from: <c>national</c>, <c>chongqing</c>, a congress's own.</param>
/// <param name="From">The date from which this version holds.</param>
public sealed record RuleRef(string Id, string Set, LocalDate From);
