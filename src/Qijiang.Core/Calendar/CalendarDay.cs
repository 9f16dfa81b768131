using NodaTime;
using Qijiang.Core.Law;

namespace Qijiang.Core.Calendar;

/// <summary>A day, and why it is a working day or a day off.</summary>
/// <param name="Date">The day.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Holiday">The holiday for which it is off or worked; null on ordinary days.</param>
/// <param name="Notice">The notice that says so; null on ordinary days and where the decree alone does.</param>
/// <param name="Decree">The decree by which it is off; null where a notice says so and on ordinary days.</param>
/// <param name="Provisional">Whether the notice that may decide about it is not known yet (CAL-09).</param>
public sealed record CalendarDay(LocalDate Date, DayKind Kind, Bilingual? Holiday, HolidayNotice? Notice, Citation? Decree, bool Provisional)
{
    /// <summary>Whether it is a working day.</summary>
    public bool IsWorking => Kind is DayKind.Workday or DayKind.MakeUpWorkday;
}
