using Qijiang.Core.Calendar;

namespace Qijiang.Core.Suggestions;

/// <summary>How something was evaluated.</summary>
/// <param name="Grade">The grade.</param>
/// <param name="Counted">Whether it counts in the satisfaction statistics; one that is late in spite of a reminder does not (SUG-36).</param>
/// <param name="Correctable">Starts on the day of the first evaluation: within it a mis-click may be put right (SUG-38).</param>
/// <param name="Opinion">The specific opinions; null where none were stated.</param>
public sealed record Grading(SatisfactionGrade Grade, bool Counted, StatutoryPeriod Correctable, OfficialText? Opinion)
{
    /// <summary>Whether this grade with these opinions is what was evaluated.</summary>
    /// <param name="grade">The grade.</param>
    /// <param name="opinion">The specific opinions.</param>
    internal bool Says(SatisfactionGrade grade, OfficialText? opinion) => Grade == grade && Opinion == opinion;
}
