using NodaTime;
using Qijiang.Core;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Calendar;

/// <summary>That a last day was moved by a holiday notice, as it is shown.</summary>
/// <param name="MovedOn">The day on which the notice was entered.</param>
/// <param name="Obligation">What is owed.</param>
/// <param name="From">The last day before.</param>
/// <param name="To">The last day since.</param>
/// <param name="Provisional">Whether a further notice may move it again.</param>
/// <param name="Notices">The notices, as they are cited.</param>
/// <param name="Zh">The explanation in Chinese.</param>
/// <param name="En">The explanation in English.</param>
public sealed record MoveRow(LocalDate MovedOn, OpenObligation Obligation, LocalDate From, LocalDate To, bool Provisional, ValueList<string> Notices, string Zh, string En);
