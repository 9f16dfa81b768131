using Qijiang.Core.Law;

namespace Qijiang.Core.Congresses;

/// <summary>The congress is there already, with other facts.</summary>
public sealed record AlreadyEstablished() : Refusal("congress.already-established");

/// <summary>The congress is not there yet.</summary>
public sealed record NotYetEstablished() : Refusal("congress.not-yet-established");

/// <summary>A body of this id is there already, with another kind or name.</summary>
public sealed record BodyTwice() : Refusal("congress.body-twice");

/// <summary>An electoral district of this id is there already, with another name.</summary>
public sealed record ElectoralDistrictTwice() : Refusal("congress.electoral-district-twice");

/// <summary>The person holds this office already in that time.</summary>
public sealed record OfficeHeldAlready() : Refusal("mandate.held-already");

/// <summary>The person does not hold this office then.</summary>
public sealed record OfficeNotHeldThen() : Refusal("mandate.not-held-then");

/// <summary>Only a deputy's seat has credentials to confirm and can be suspended (DEP-04, DEP-05).</summary>
public sealed record NotADeputy() : Refusal("mandate.not-a-deputy");

/// <summary>The deputy is not suspended on that day (DEP-05).</summary>
public sealed record NotSuspended() : Refusal("mandate.not-suspended");

/// <summary>A deputy is suspended by decision, and a seat ends by announcement (DEP-05, DEP-06).</summary>
public sealed record SeatNeedsDecision : Refusal
{
    /// <summary>Names the field.</summary>
    public SeatNeedsDecision() : base("mandate.seat-needs-decision") => Field = "decision";
}

/// <summary>A deputy is suspended on one of two grounds alone, and a seat ends on those of the law (DEP-05, DEP-06); a deputy is not relieved of it.</summary>
public sealed record SeatNeedsGround : Refusal
{
    /// <summary>Names the field.</summary>
    public SeatNeedsGround() : base("mandate.seat-needs-ground") => Field = "ground";
}

/// <summary>A deputy's credentials are confirmed by the Standing Committee, in towns by the Presidium (DEP-04).</summary>
public sealed record CredentialsNeedDecision : Refusal
{
    /// <summary>Names the field and the rule.</summary>
    /// <param name="rule">The rule that nobody acts unconfirmed.</param>
    public CredentialsNeedDecision(RuleRef rule) : base("mandate.credentials-need-decision", rule) => Field = "decision.body";
}

/// <summary>An office ends before it begins.</summary>
public sealed record EndsBeforeItBegins : Refusal
{
    /// <summary>Names the field.</summary>
    public EndsBeforeItBegins() : base("mandate.ends-before-it-begins") => Field = "until";
}
