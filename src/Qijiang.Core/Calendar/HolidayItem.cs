using NodaTime;
using Qijiang.Core.Law;

namespace Qijiang.Core.Calendar;

// Stored for ever by these names: add, never rename or remove.

/// <summary>One item of a holiday notice: a run of days off, and the weekend days on which work is made up (调休上班).</summary>
/// <param name="Holiday">The name of the holiday.</param>
/// <param name="From">The first day off.</param>
/// <param name="To">The last day off.</param>
/// <param name="MakeUp">The Saturdays and Sundays that are working days instead.</param>
/// <param name="Cancels">Make-up days of an earlier notice that are working days no longer.</param>
/// <param name="Words">The operative words of the notice, as read.</param>
public sealed record HolidayItem(Bilingual Holiday, LocalDate From, LocalDate To, ValueList<LocalDate> MakeUp, ValueList<LocalDate> Cancels, string Words);
