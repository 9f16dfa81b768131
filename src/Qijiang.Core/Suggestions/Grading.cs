using Qijiang.Core.Calendar;

namespace Qijiang.Core.Suggestions;

/// <summary>How something was evaluated.</summary>
/// <param name="Grade">The grade.</param>
/// <param name="Counted">Whether it counts in the satisfaction statistics; one that is late in spite of a reminder does not (SUG-36).</param>
/// <param name="Correctable">Starts on the day of the first evaluation: within it a mis-click may be put right (SUG-38).</param>
public sealed record Grading(SatisfactionGrade Grade, bool Counted, StatutoryPeriod Correctable);
