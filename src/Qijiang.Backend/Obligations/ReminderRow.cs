using NodaTime;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Obligations;

/// <summary>A reminder that went out, as it is shown.</summary>
/// <param name="On">The day.</param>
/// <param name="Obligation">What is owed.</param>
/// <param name="Kind">What kind of duty.</param>
/// <param name="Step">The step.</param>
/// <param name="To">Who was told.</param>
/// <param name="Zh">The text in Chinese.</param>
/// <param name="En">The text in English.</param>
public sealed record ReminderRow(LocalDate On, ObligationId Obligation, ObligationKind Kind, string Step, Audience To, string Zh, string En);
