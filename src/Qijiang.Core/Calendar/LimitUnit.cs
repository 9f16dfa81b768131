using System.Text.Json.Serialization;

namespace Qijiang.Core.Calendar;

// Stored for ever by these names: add, never rename or remove.

/// <summary>In what a period is counted. One is never turned into another (CAL-06).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LimitUnit>))]
public enum LimitUnit
{
    /// <summary>Calendar days (日, 自然日).</summary>
    Days,

    /// <summary>Working days (工作日), make-up working weekends among them (CAL-05).</summary>
    WorkingDays,

    /// <summary>Months (月), ending on the corresponding day (CAL-02).</summary>
    Months,
}
