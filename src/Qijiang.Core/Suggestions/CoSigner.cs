using Qijiang.Core.Congresses;

namespace Qijiang.Core.Suggestions;

/// <summary>A deputy asked to co-sign. Nobody can be added as a signatory by others (SUG-02).</summary>
/// <param name="Deputy">The deputy.</param>
/// <param name="Confirmed">True where it expresses the deputy's real will; false where the deputy declined; null while no answer is there.</param>
public sealed record CoSigner(PersonId Deputy, bool? Confirmed = null);
