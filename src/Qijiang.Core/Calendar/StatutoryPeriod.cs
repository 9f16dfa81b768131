using System.Text.Json.Serialization;
using NodaTime;
using Qijiang.Core.Law;

namespace Qijiang.Core.Calendar;

/// <summary>
/// What an event stores of a deadline: nominal facts. The due date is asked of the calendar in force, never stored, so that
/// a holiday notice that comes later moves it visibly.
/// </summary>
/// <param name="Start">The day that starts it; it is not counted itself (CAL-01).</param>
/// <param name="Limit">How long.</param>
/// <param name="Rule">By which rule.</param>
public sealed record StatutoryPeriod(LocalDate Start, TimeLimit Limit, RuleRef Rule)
{
    /// <summary>When it was suspended (中止), by a rule that allows it (CAL-13); null where it never was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ValueList<PeriodSuspension>? Suspensions { get; init; }
}
