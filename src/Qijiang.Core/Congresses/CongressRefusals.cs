using NodaTime;
using Qijiang.Core.Law;

namespace Qijiang.Core.Congresses;

/// <summary>This office does not set up congresses, persons and offices.</summary>
public sealed record NotYourOffice() : Refusal("congress.not-your-office");

/// <summary>A name is empty; the field says which.</summary>
public sealed record NameMissing() : Refusal("congress.name-missing");

/// <summary>The congress has not been set up.</summary>
public sealed record NotEstablishedYet() : Refusal("congress.not-established-yet");

/// <summary>The id belongs to something else.</summary>
public sealed record IdTaken() : Refusal("congress.id-taken");

/// <summary>There is no such area.</summary>
public sealed record NoSuchArea() : Refusal("congress.no-such-area");

/// <summary>There is no such body.</summary>
public sealed record NoSuchBody() : Refusal("congress.no-such-body");

/// <summary>An electoral district elects at least one deputy.</summary>
public sealed record NoSeats() : Refusal("congress.no-seats");

/// <summary>These are another person's mandates.</summary>
public sealed record NotThisPerson() : Refusal("mandate.not-this-person");

/// <summary>Nobody holds this office by mandate: every citizen is one, and Qijiang is no person.</summary>
public sealed record NoSuchOffice() : Refusal("mandate.no-such-office");

/// <summary>A deputy is elected by an electoral district (DEP-02).</summary>
public sealed record DistrictMissing(RuleRef Rule) : Refusal("mandate.district-missing", Rule);

/// <summary>A seat is conferred and ended by decision or announcement (DEP-04, DEP-06).</summary>
public sealed record DecisionMissing(RuleRef Rule) : Refusal("mandate.decision-missing", Rule);

/// <summary>This office belongs to a body.</summary>
public sealed record BodyMissing() : Refusal("mandate.body-missing");

/// <summary>The person holds this office already.</summary>
public sealed record AlreadyHeld() : Refusal("mandate.already-held");

/// <summary>There is no such mandate.</summary>
public sealed record NoSuchMandate() : Refusal("mandate.no-such-mandate");

/// <summary>Only a deputy's seat is confirmed or suspended (DEP-04, DEP-05).</summary>
public sealed record NotADeputy(RuleRef Rule) : Refusal("mandate.not-a-deputy", Rule);

/// <summary>The mandate has ended.</summary>
public sealed record MandateOver() : Refusal("mandate.over");

/// <summary>The deputy is suspended already (DEP-05).</summary>
public sealed record SuspendedAlready(RuleRef Rule) : Refusal("mandate.suspended-already", Rule);

/// <summary>The deputy is not suspended (DEP-05).</summary>
public sealed record NotSuspended(RuleRef Rule) : Refusal("mandate.not-suspended", Rule);

/// <summary>A deputy is not relieved of a seat: it ends on the grounds of the law (DEP-06).</summary>
public sealed record NotASeatsEnd(RuleRef Rule) : Refusal("mandate.not-a-seats-end", Rule);

/// <summary>The date lies before that of what it follows.</summary>
/// <param name="NotBefore">The earliest date possible.</param>
public sealed record TooEarly(LocalDate NotBefore) : Refusal("mandate.too-early");
