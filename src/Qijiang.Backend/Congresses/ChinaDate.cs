using NodaTime;

namespace Qijiang.Backend.Congresses;

/// <summary>Days are days in Asia/Shanghai (CAL-04): UTC+8, no summer time.</summary>
public static class ChinaDate
{
    /// <summary>The zone in which days begin and end.</summary>
    public static DateTimeZone Zone { get; } = DateTimeZone.ForOffset(Offset.FromHours(8));

    /// <summary>The day of an instant.</summary>
    public static LocalDate Of(Instant instant) => TimeOf(instant).Date;

    /// <summary>Day and time of an instant.</summary>
    public static LocalDateTime TimeOf(Instant instant) => instant.InZone(Zone).LocalDateTime;
}
