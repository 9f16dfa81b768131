using System.Globalization;
using NodaTime;

namespace Qijiang.Core.Calendar;

/// <summary>Days that the sun or the moon sets, for the years 2000 to 2099. Both are computed and not announced.</summary>
internal static class ChineseDates
{
    private static readonly ChineseLunisolarCalendar _moon = new();

    /// <summary>A day of the lunar year (农历) that begins in this year; never one of a leap month.</summary>
    public static LocalDate Lunar(int year, int month, int day)
    {
        var leap = _moon.GetLeapMonth(year);                              // its place in the year, the month it repeats being one less
        return LocalDate.FromDateTime(_moon.ToDateTime(year, leap > 0 && month >= leap ? month + 1 : month, day, 0, 0, 0, 0));
    }

    /// <summary>The eve of the lunar year (除夕).</summary>
    public static LocalDate Eve(int year) => Lunar(year, 1, 1).PlusDays(-1);

    /// <summary>
    /// Qingming (清明), when the sun is at 15°. The short formula of the almanacs for the 21st century; a test compares it with the
    /// sun's place for each year from 2000 to 2099.
    /// </summary>
    public static LocalDate Qingming(int year)
    {
        var y = year - 2000;
        return new(year, 4, (int)((y * 0.2422) + 4.81) - (y / 4));
    }
}
