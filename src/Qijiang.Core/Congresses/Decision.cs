using NodaTime;

namespace Qijiang.Core.Congresses;

/// <summary>What a body decided (决定). Staff prepare; bodies decide.</summary>
/// <param name="Body">Which body decided.</param>
/// <param name="Kind">What kind of body it is; rules ask for the kind.</param>
/// <param name="Meeting">At which meeting, as it is called; null where none was held (the desk's daily work).</param>
/// <param name="DocumentNumber">The number of the document (文号).</param>
/// <param name="Signatory">Who signed it.</param>
/// <param name="On">The date of the document. Periods run from it, not from its entry.</param>
public sealed record Decision(BodyId Body, BodyKind Kind, string? Meeting, string DocumentNumber, PersonId Signatory, LocalDate On);
