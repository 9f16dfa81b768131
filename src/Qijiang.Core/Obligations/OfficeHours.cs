using NodaTime;
using Qijiang.Core.Calendar;

namespace Qijiang.Core.Obligations;

/// <summary>When reminders go out (办公时间): on working days, make-up days included, between two times in Asia/Shanghai.</summary>
/// <param name="From">From this time on.</param>
/// <param name="Until">Until this time, which no longer belongs to them.</param>
public sealed record OfficeHours(LocalTime From, LocalTime Until)
{
    /// <summary>The time itself where it is within office hours, else when they begin next.</summary>
    /// <param name="at">The time, in Asia/Shanghai.</param>
    /// <param name="calendar">The calendar in force.</param>
    public LocalDateTime OnOrAfter(LocalDateTime at, WorkingCalendar calendar)
    {
        if (calendar.IsWorkingDay(at.Date) && at.TimeOfDay < Until) return at.TimeOfDay < From ? at.Date.At(From) : at;
        return calendar.NextWorkingDay(at.Date).At(From);
    }

    /// <summary>Whether a time is within them.</summary>
    /// <param name="at">The time, in Asia/Shanghai.</param>
    /// <param name="calendar">The calendar in force.</param>
    public bool Include(LocalDateTime at, WorkingCalendar calendar) => OnOrAfter(at, calendar) == at;
}
