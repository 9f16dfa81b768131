using Qijiang.Core.Law;

namespace Qijiang.Core.Ballots;

/// <summary>One step of the calculation: what was compared, with its numbers and its rule. Read by <see cref="OutcomeTexts"/>.</summary>
/// <param name="Code">Which step: <c>passes</c>, <c>fails</c>, <c>tie</c>.</param>
/// <param name="Numbers">Its numbers, in the order in which the text names them.</param>
/// <param name="Rule">The rule behind it; null where none is (what was counted).</param>
/// <param name="Candidate">The candidate it speaks of; null where it speaks of the poll.</param>
public sealed record OutcomeLine(string Code, ValueList<int> Numbers, RuleRef? Rule = null, string? Candidate = null);
