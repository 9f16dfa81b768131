using NodaTime;

namespace Qijiang.Core.Suggestions;

/// <summary>What a reply promises (承诺; SUG-23). It becomes a <see cref="Commitment"/> in the ledger of the agency that promises.</summary>
/// <param name="Id">Its id, from the command.</param>
/// <param name="Item">What is promised.</param>
/// <param name="By">By which day.</param>
public sealed record Promise(CommitmentId Id, OfficialText Item, LocalDate By);
