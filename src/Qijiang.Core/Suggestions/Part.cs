using Qijiang.Core.Congresses;

namespace Qijiang.Core.Suggestions;

/// <summary>One agency's part when a suggestion is assigned (交办).</summary>
/// <param name="Agency">The handling agency (承办单位).</param>
/// <param name="Role">Lead, co-handler or separate handler.</param>
/// <param name="ComplexBecause">Why it is broad or difficult from the start, so that the longer limit holds (SUG-20); null where it is not. The deputy is told.</param>
public sealed record Part(BodyId Agency, HandlingRole Role, OfficialText? ComplexBecause = null);
