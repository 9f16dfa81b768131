using NodaTime;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Obligations;

/// <summary>That a reminder was recorded for one recipient. It is there once, whoever else ran at the same moment.</summary>
/// <param name="Step">The step's key, with its repetition.</param>
/// <param name="To">Who is told.</param>
/// <param name="PlannedFor">The day of the step.</param>
/// <param name="RecordedOn">The day it was recorded.</param>
/// <param name="Awaits">The stream of the matter, where the desk has to approve first; null where it went on its way at once.</param>
public sealed record LedgerRow(string Step, Audience To, LocalDate PlannedFor, LocalDate RecordedOn, string? Awaits = null);
