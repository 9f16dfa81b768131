using NodaTime;
using Qijiang.Core.Congresses;

namespace Qijiang.Core.Suggestions;

/// <summary>A suspension of an agency's period as it was granted (期限中止, CAL-13).</summary>
/// <param name="From">The first day that is not counted.</param>
/// <param name="To">The last day that is not counted.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Decision">Who granted it.</param>
public sealed record Pause(LocalDate From, LocalDate To, OfficialText Reasons, Decision Decision);
