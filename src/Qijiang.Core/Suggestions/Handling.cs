using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;

namespace Qijiang.Core.Suggestions;

/// <summary>One agency's part in a suggestion, answered and evaluated on its own (SUG-12, SUG-39).</summary>
/// <param name="Agency">The agency (承办单位).</param>
/// <param name="Role">Lead, co-handler or separate handler.</param>
/// <param name="AssignedBy">The decision that assigned it to this agency; the agency's periods run from its date (SUG-14).</param>
/// <param name="FirstAssignedOn">When this part was first assigned, to whichever agency; shown beside the current date (SUG-14).</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="ContactWithin">Within what the agency has to have met the deputy (SUG-15); null for a co-handler.</param>
/// <param name="Contacts">When the agency met the deputy.</param>
/// <param name="Commitments">What the agency has promised (承诺事项台账; SUG-23).</param>
public sealed record Handling(
    BodyId Agency,
    HandlingRole Role,
    Decision AssignedBy,
    LocalDate FirstAssignedOn,
    Stage Stage,
    StatutoryPeriod? ContactWithin,
    ValueList<Contact> Contacts = default,
    ValueList<Commitment> Commitments = default)
{
    /// <summary>Whether nothing more is to come of it: the answer is settled and every promise is.</summary>
    public bool IsSettled => Stage.IsFinal && Commitments.All(c => c.Delivery.IsFinal);

    /// <summary>Whether this agency replies to the deputy and has not replied even once.</summary>
    public bool OwesFirstReply => Role is not HandlingRole.CoHandler && Stage is (Stage.Replying { Round: 0 } or Stage.ReturnAsked);
}
