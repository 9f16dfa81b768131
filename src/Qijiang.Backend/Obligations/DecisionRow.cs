using NodaTime;
using Qijiang.Core.Congresses;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Obligations;

/// <summary>That a reminder which waited for approval was approved or dropped. The first decision holds.</summary>
/// <param name="Step">The step's key, with its repetition.</param>
/// <param name="To">Who was to be told.</param>
/// <param name="Approved">Whether it goes out.</param>
/// <param name="Reason">Why; one line, in the desk's words.</param>
/// <param name="By">Who decided.</param>
/// <param name="On">On which day.</param>
/// <param name="Command">The id of the command, by which the same one asked again is recognised.</param>
/// <param name="Due">The last day of which it was to tell; null in what was decided when that was not kept yet.</param>
public sealed record DecisionRow(string Step, Audience To, bool Approved, string Reason, PersonId By, LocalDate On, string Command, LocalDate? Due = null);
