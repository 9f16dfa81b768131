using Qijiang.Core.Law;

namespace Qijiang.Core.PersonalData;

/// <summary>Only the person, or the intake clerk for who came in person, asks what becomes of the person's data.</summary>
public sealed record NotYours() : Refusal("data-subject.not-yours");

/// <summary>Who holds or held a seat or an office is on permanent record (ARC-02, ARC-03).</summary>
/// <param name="Rule">What may be erased at all.</param>
public sealed record HoldsOffice(RuleRef Rule) : Refusal("data-subject.holds-office", Rule);

/// <summary>What was kept of this person is erased; nothing can be written for him or her any more.</summary>
public sealed record PersonErased() : Refusal("data-subject.erased");

/// <summary>The sender asked for erasure and the record has to be kept: it is stored and protected, and nothing else is done with it (PI-08).</summary>
/// <param name="Rule">What may be erased at all.</param>
public sealed record ProcessingRestricted(RuleRef Rule) : Refusal("data-subject.restricted", Rule);
