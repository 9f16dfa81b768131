using System.Text.Json.Serialization;

namespace Qijiang.Core.Calendar;

// Stored for ever by these names: add, never rename or remove.

/// <summary>In what a period is counted. One is never turned into another (CAL-06).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LimitUnit>))]
public enum LimitUnit
{
    /// <summary>Calendar days (日, 自然日). Days off within are counted; only a last day that is off moves: 15 days from 20 April 2026 end on 5 May, a holiday, and so on 6 May.</summary>
    Days,

    /// <summary>
    /// Working days (工作日, CAL-05). Weekends and holidays are not counted; a Saturday or Sunday on which a holiday is made up for is: 10 from
    /// 24 April 2026 end on 12 May, with 1 to 5 May off and Saturday, 9 May, worked.
    /// </summary>
    WorkingDays,

    /// <summary>Months (月), ending on the corresponding day, or on the month's last day where it has none: 3 from 30 November end on 28 February (CAL-02).</summary>
    Months,
}
