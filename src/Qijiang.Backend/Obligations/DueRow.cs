using NodaTime;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Obligations;

/// <summary>Something owed, as lists show it.</summary>
/// <param name="Stream">The stream it is derived from.</param>
/// <param name="Obligation">What is owed, by whom, to whom.</param>
/// <param name="On">The last day, by the calendar in force when it was listed.</param>
public sealed record DueRow(string Stream, OpenObligation Obligation, LocalDate On);
