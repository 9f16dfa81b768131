using Qijiang.Core.CitizenInput;
using Qijiang.Core.Congresses;

namespace Qijiang.Core.Suggestions;

/// <summary>What stays the same of a suggestion once it is registered (登记).</summary>
/// <param name="Id">The suggestion.</param>
/// <param name="Number">Its registered number (建议编号).</param>
/// <param name="Makers">Who made it.</param>
/// <param name="Made">In session or between sessions.</param>
/// <param name="Sources">The citizens' opinions that inspired it.</param>
/// <param name="Merged">What was merged into it.</param>
/// <param name="WantWithdrawn">The signatories who have asked to withdraw it, while others have yet to (SUG-07).</param>
public sealed record Dossier(
    SuggestionId Id,
    string Number,
    Makers Makers,
    SubmissionTime Made,
    ValueList<OpinionId> Sources,
    ValueList<TakenIn> Merged = default,
    ValueList<PersonId> WantWithdrawn = default);
