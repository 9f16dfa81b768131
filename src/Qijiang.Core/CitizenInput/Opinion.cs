using Qijiang.Core.Congresses;
using Qijiang.Core.Suggestions;

namespace Qijiang.Core.CitizenInput;

/// <summary>
/// What a citizen has said (群众意见). It is sealed until a person has settled its kind; a report of wrongdoing stays sealed
/// (CIT-02, CIT-30). The kind, once settled, never changes: one thing may lead to another, none becomes another.
/// </summary>
public abstract record Opinion
{
    private Opinion() { }

    /// <summary>Whether only those may read it who need to: no deputy, no agency, no search.</summary>
    public bool IsSealed => this is Unsettled or SealedReport or Closed { Kind: OpinionKind.Wrongdoing };

    /// <summary>What is known from receipt on; null before.</summary>
    public Intake? Received => this switch
    {
        Unsettled s => s.Intake,
        Open s => s.Intake,
        SealedReport s => s.Intake,
        Elsewhere s => s.Intake,
        Closed s => s.Intake,
        _ => null,
    };

    /// <summary>Nothing has happened yet.</summary>
    public sealed record NotReceived : Opinion;

    /// <summary>Received; nobody has settled the kind. Sealed.</summary>
    /// <param name="Intake">What is known.</param>
    public sealed record Unsettled(Intake Intake) : Opinion;

    /// <summary>A suggestion or opinion (建议意见): may be handed to a deputy and lead to suggestions.</summary>
    /// <param name="Intake">What is known.</param>
    /// <param name="Deputies">The deputies it was handed to.</param>
    /// <param name="Suggestions">The suggestions that came of it.</param>
    public sealed record Open(Intake Intake, ValueList<PersonId> Deputies = default, ValueList<SuggestionId> Suggestions = default) : Opinion;

    /// <summary>A report of wrongdoing (检举控告). Sealed for good.</summary>
    /// <param name="Intake">What is known.</param>
    /// <param name="HandedOver">To supervision, by decision; null while it has not been.</param>
    public sealed record SealedReport(Intake Intake, Referral? HandedOver = null) : Opinion;

    /// <summary>A request for redress, a matter of litigation, or out of scope: another place's to handle.</summary>
    /// <param name="Intake">What is known.</param>
    /// <param name="Kind">The kind.</param>
    /// <param name="Referred">Where the citizen was sent; null while that is open.</param>
    public sealed record Elsewhere(Intake Intake, OpinionKind Kind, Referral? Referred = null) : Opinion;

    /// <summary>Closed (办结).</summary>
    /// <param name="Intake">What is known.</param>
    /// <param name="Kind">The kind.</param>
    /// <param name="Suggestions">The suggestions that came of it.</param>
    public sealed record Closed(Intake Intake, OpinionKind Kind, ValueList<SuggestionId> Suggestions = default) : Opinion;
}
