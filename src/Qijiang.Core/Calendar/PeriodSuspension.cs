using NodaTime;
using Qijiang.Core.Law;

namespace Qijiang.Core.Calendar;

/// <summary>
/// A time in which a period does not run (期限中止, CAL-13): its days are not counted, and what was left of the period runs on after
/// them. Why, and who approved it, says the event that grants it: <see cref="Suggestions.SuggestionEvent.PeriodSuspended"/>.
/// </summary>
/// <param name="From">The first day that is not counted.</param>
/// <param name="To">The last day that is not counted; not before <paramref name="From"/>.</param>
/// <param name="Rule">The rule that allows it. No law does so for suggestions, so it takes the congress's own; that of petitions leaves the time of a hearing out (CIT-13).</param>
public sealed record PeriodSuspension(LocalDate From, LocalDate To, RuleRef Rule);
