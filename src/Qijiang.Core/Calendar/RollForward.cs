namespace Qijiang.Core.Calendar;

/// <summary>Where a period ends whose last day is a day off (<c>calendar.rollForward</c>, CAL-03).</summary>
public enum RollForward
{
    /// <summary>It stays where it is.</summary>
    None,

    /// <summary>On the first working day after it (顺延).</summary>
    NextWorkingDay,
}
