namespace Qijiang.Core.Calendar;

/// <summary>Which day is the latest for a backward period whose day is a day off (<c>calendar.backward</c>, CAL-07).</summary>
public enum RollBackward
{
    /// <summary>It stays where it is.</summary>
    None,

    /// <summary>The last working day before it (提前).</summary>
    PreviousWorkingDay,
}
