using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Suggestions;

namespace Qijiang.Core.CitizenInput;

/// <summary>
/// A citizen's opinion (群众意见). In law it may be a petition, whatever the button says (CIT-02): it is sealed until a person
/// has settled its kind, and never becomes a suggestion or a petition by editing; one may lead to another, and the link is kept.
/// </summary>
public abstract record Opinion
{
    private Opinion() { }

    /// <summary>Nothing has happened yet.</summary>
    public sealed record NotReceived : Opinion;

    /// <summary>Received and registered (登记); its kind is not settled, and it is treated as sealed.</summary>
    /// <param name="Id">The opinion; also the number that the citizen was given.</param>
    /// <param name="Sender">Who wrote or spoke.</param>
    /// <param name="On">The day of receipt.</param>
    /// <param name="NoticeWithin">Within what the citizen is told in writing (CIT-10); null once told, or where no answer can reach the citizen.</param>
    public sealed record AwaitingKind(OpinionId Id, PersonId Sender, LocalDate On, StatutoryPeriod? NoticeWithin) : Opinion;

    /// <summary>Its kind is settled and it is being followed.</summary>
    /// <param name="Id">The opinion.</param>
    /// <param name="Sender">Who wrote or spoke.</param>
    /// <param name="On">The day of receipt.</param>
    /// <param name="Kind">What it is in law.</param>
    /// <param name="NoticeWithin">Within what the citizen is told in writing (CIT-10); null once told, or where no answer can reach the citizen.</param>
    /// <param name="Told">What the citizen was told last.</param>
    /// <param name="Deputy">The deputy it was handed to.</param>
    /// <param name="Suggestions">The suggestions that it has inspired.</param>
    public sealed record Followed(
        OpinionId Id, PersonId Sender, LocalDate On, OpinionKind Kind, StatutoryPeriod? NoticeWithin, Notice? Told, PersonId? Deputy, ValueList<SuggestionId> Suggestions) : Opinion;

    /// <summary>A report of wrongdoing: sealed for good, handed over by authority alone (CIT-30).</summary>
    /// <param name="Id">The opinion.</param>
    /// <param name="Sender">Who wrote or spoke.</param>
    /// <param name="On">The day of receipt.</param>
    /// <param name="NoticeWithin">Within what the citizen is told in writing (CIT-10).</param>
    public sealed record Sealed(OpinionId Id, PersonId Sender, LocalDate On, StatutoryPeriod? NoticeWithin) : Opinion;

    /// <summary>Closed: the citizen has been told how it ended.</summary>
    /// <param name="Id">The opinion.</param>
    /// <param name="Sender">Who wrote or spoke.</param>
    /// <param name="Kind">What it is in law.</param>
    /// <param name="Suggestions">The suggestions that it has inspired.</param>
    public sealed record Closed(OpinionId Id, PersonId Sender, OpinionKind Kind, ValueList<SuggestionId> Suggestions) : Opinion;
}
