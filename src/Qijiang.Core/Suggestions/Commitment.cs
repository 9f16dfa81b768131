using NodaTime;

namespace Qijiang.Core.Suggestions;

/// <summary>A committed item (承诺事项) in an agency's ledger (SUG-23).</summary>
/// <param name="Id">Which.</param>
/// <param name="PromisedOn">The day of the promise.</param>
/// <param name="PromisedFor">The day by which it was promised.</param>
/// <param name="Delivery">How far it has come.</param>
public sealed record Commitment(CommitmentId Id, LocalDate PromisedOn, LocalDate PromisedFor, Delivery Delivery);
