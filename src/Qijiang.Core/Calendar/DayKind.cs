namespace Qijiang.Core.Calendar;

/// <summary>
/// What a day is (CAL-05). In China a long holiday is made of a few days off by decree and of weekend days moved next to them; the weekend
/// days taken for it elsewhere are worked. Which, a notice says each year, so neither can be told from the day of the week.
/// </summary>
public enum DayKind
{
    /// <summary>An ordinary working day, Monday to Friday.</summary>
    Workday,

    /// <summary>A Saturday or Sunday on which a notice has work made up (调休上班): a working day.</summary>
    MakeUpWorkday,

    /// <summary>An ordinary Saturday or Sunday.</summary>
    Weekend,

    /// <summary>Off by a notice or, where none is known, by the decree.</summary>
    Holiday,
}
