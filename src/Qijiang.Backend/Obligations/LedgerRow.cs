using NodaTime;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Obligations;

/// <summary>That a reminder of a last day was recorded for one recipient. It is there once, whoever else ran at the same moment.</summary>
/// <param name="Step">The step's key, with its repetition; of a notice that the day has moved, <see cref="ReminderPlan.Moved"/> with the command that moved it.</param>
/// <param name="To">Who is told.</param>
/// <param name="PlannedFor">The day of the step.</param>
/// <param name="RecordedOn">The day it was recorded.</param>
/// <param name="Awaits">The stream of the matter, where the desk has to approve first; null where it went on its way at once.</param>
/// <param name="Due">The last day of which it tells; null in what was recorded when that was not kept yet.</param>
/// <param name="MovedFrom">The last day before, where it tells of a move; null where it tells of a step.</param>
public sealed record LedgerRow(string Step, Audience To, LocalDate PlannedFor, LocalDate RecordedOn, string? Awaits = null, LocalDate? Due = null, LocalDate? MovedFrom = null);
