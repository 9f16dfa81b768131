using NodaTime;
using Qijiang.Core;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Calendar;

/// <summary>That a last day was moved by a holiday notice, or became firm or provisional again by one, as it is shown.</summary>
/// <param name="MovedOn">The day on which the notice was entered.</param>
/// <param name="Obligation">The id of what is owed.</param>
/// <param name="Kind">What is owed.</param>
/// <param name="OwedBy">By whom. To whom is left out: it may be a citizen.</param>
/// <param name="About">About what.</param>
/// <param name="From">The last day before.</param>
/// <param name="To">The last day since; the same where it has only become firm, or provisional again.</param>
/// <param name="Provisional">Whether a further notice may move it again.</param>
/// <param name="Notices">The notices, as they are cited.</param>
/// <param name="Zh">The explanation in Chinese.</param>
/// <param name="En">The explanation in English.</param>
public sealed record MoveRow(
    LocalDate MovedOn, ObligationId Obligation, ObligationKind Kind, Party OwedBy, Matter About, LocalDate From, LocalDate To, bool Provisional, ValueList<string> Notices, string Zh, string En);
