using NodaTime;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Obligations;

/// <summary>A reminder that waits for approval, as it is listed. It leaves the list when it is decided, and when the obligation is settled.</summary>
/// <param name="Obligation">What is owed.</param>
/// <param name="Due">The last day, by the calendar in force when it was listed.</param>
/// <param name="Step">The step.</param>
/// <param name="To">Who would be told.</param>
/// <param name="RecordedOn">Since when it waits.</param>
public sealed record WaitingRow(OpenObligation Obligation, LocalDate Due, string Step, Audience To, LocalDate RecordedOn);
