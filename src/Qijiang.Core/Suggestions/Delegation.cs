using Qijiang.Core.Congresses;

namespace Qijiang.Core.Suggestions;

/// <summary>The delegation (代表团) that makes a suggestion; its head is the lead deputy. Only in session (SUG-01).</summary>
/// <param name="Body">The delegation.</param>
/// <param name="Convenor">The convenor of its contact group, who gets the reply and evaluates it (SUG-26).</param>
public sealed record Delegation(BodyId Body, PersonId Convenor);
