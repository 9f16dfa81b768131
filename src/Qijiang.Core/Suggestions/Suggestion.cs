using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.CitizenInput;
using Qijiang.Core.Congresses;

namespace Qijiang.Core.Suggestions;

/// <summary>
/// A deputy's suggestion (代表建议、批评和意见): submitted, registered, assigned, and then in hand with one <see cref="Handling"/>
/// for each agency. Each case holds only what is true in it.
/// </summary>
/// <remarks>
/// Who is who: <b>deputies</b> are the elected members of the congress; the <b>desk</b> is the congress's office that receives suggestions and
/// follows them up; the government's <b>coordinating office</b> passes them on; <b>agencies</b> handle them, one as the lead with co-handlers, or
/// several separately. The agency replies to the deputy, the deputy evaluates the reply; who is dissatisfied goes before the desk, which may
/// demand re-handling, once. What a reply promises is followed as a <see cref="Commitment"/> until it is delivered and evaluated as well.
/// </remarks>
public abstract record Suggestion
{
    private Suggestion() { }

    /// <summary>Nothing has happened yet.</summary>
    public sealed record NotSubmitted : Suggestion;

    /// <summary>Submitted (提出); co-signers may confirm until the desk receives it.</summary>
    /// <param name="Id">The suggestion.</param>
    /// <param name="Lead">The lead deputy.</param>
    /// <param name="CoSigners">The deputies asked to co-sign, with their answers.</param>
    /// <param name="Delegation">The delegation that makes it, if one does.</param>
    /// <param name="Made">In session or between sessions.</param>
    /// <param name="Sources">The citizens' opinions that inspired it.</param>
    /// <param name="On">The day of submission.</param>
    /// <param name="WantWithdrawn">The signatories who have asked to withdraw it.</param>
    public sealed record Submitted(
        SuggestionId Id,
        PersonId Lead,
        ValueList<CoSigner> CoSigners,
        Delegation? Delegation,
        SubmissionTime Made,
        ValueList<OpinionId> Sources,
        LocalDate On,
        ValueList<PersonId> WantWithdrawn = default) : Suggestion
    {
        /// <summary>Who makes it as it stands: those who have confirmed.</summary>
        public Makers Makers => new(Lead, CoSigners.Where(c => c.Confirmed is true).Select(c => c.Deputy).ToValueList(), Delegation);
    }

    /// <summary>Received and registered by the desk (受理); vetting fits into the period for assignment (SUG-08, SUG-10).</summary>
    /// <param name="Dossier">What was registered.</param>
    /// <param name="On">The day of receipt.</param>
    /// <param name="Owed">Within what it is assigned; null in session, where no days are counted (SUG-10).</param>
    public sealed record AwaitingAssignment(Dossier Dossier, LocalDate On, StatutoryPeriod? Owed) : Suggestion;

    /// <summary>Assigned to the government's coordinating office (交办), which passes it on to agencies.</summary>
    /// <param name="Dossier">What was registered.</param>
    /// <param name="To">The coordinating office.</param>
    /// <param name="Decision">The desk's decision: meeting and document.</param>
    public sealed record WithCoordinatingOffice(Dossier Dossier, BodyId To, Decision Decision) : Suggestion;

    /// <summary>In the hands of agencies.</summary>
    /// <param name="Dossier">What was registered.</param>
    /// <param name="FirstAssigned">The desk's decision that assigned it first; its date stays shown whatever follows (SUG-14).</param>
    /// <param name="Handlings">One for each agency.</param>
    public sealed record InHand(Dossier Dossier, Decision FirstAssigned, ValueList<Handling> Handlings) : Suggestion
    {
        /// <summary>Whether nothing is left to be done by anyone: struck off the list (销号).</summary>
        public bool IsStruckOff => Handlings.All(h => h.IsSettled);

        /// <summary>Whether every replying agency has replied at least once (办复; SUG-46).</summary>
        public bool IsReplied => Handlings.All(h => !h.OwesFirstReply);

        /// <summary>Whether at least one agency has replied.</summary>
        public bool IsAnswered => Handlings.Any(h => h.Role is not HandlingRole.CoHandler && !h.OwesFirstReply);
    }

    /// <summary>Not admitted, and returned to the deputy with an explanation (退回; SUG-05). The end.</summary>
    /// <param name="Id">The suggestion.</param>
    /// <param name="Decision">Who decided so.</param>
    public sealed record Returned(SuggestionId Id, Decision Decision) : Suggestion;

    /// <summary>Not admitted, and passed to a department as a working reference (转作工作参考; SUG-05). The end.</summary>
    /// <param name="Id">The suggestion.</param>
    /// <param name="To">The department.</param>
    /// <param name="Decision">Who decided so.</param>
    public sealed record TakenAsReference(SuggestionId Id, BodyId To, Decision Decision) : Suggestion;

    /// <summary>Merged into another (并案), whose reply goes to its signatories, too (SUG-11). The end of its own way.</summary>
    /// <param name="Id">The suggestion.</param>
    /// <param name="Into">The one that goes on.</param>
    /// <param name="Signatories">Who signed it.</param>
    /// <param name="Decision">Who decided so.</param>
    public sealed record Merged(SuggestionId Id, SuggestionId Into, ValueList<PersonId> Signatories, Decision Decision) : Suggestion;

    /// <summary>Withdrawn (撤回); its handling has ended at once (SUG-07). The end.</summary>
    /// <param name="Id">The suggestion.</param>
    /// <param name="Signatories">Who signed it.</param>
    public sealed record Withdrawn(SuggestionId Id, ValueList<PersonId> Signatories) : Suggestion;
}
