using Qijiang.Core.Congresses;

namespace Qijiang.Core.Suggestions;

/// <summary>A suggestion that was merged into this one (并案). The reply goes to its signatories as well (SUG-11).</summary>
/// <param name="Id">The merged suggestion.</param>
/// <param name="Signatories">Who signed it.</param>
public sealed record TakenIn(SuggestionId Id, ValueList<PersonId> Signatories);
