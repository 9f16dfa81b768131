using NodaTime;
using Qijiang.Core.Law;

namespace Qijiang.Core.CitizenInput;

/// <summary>The opinion is not at a point where this can be done.</summary>
public sealed record OutOfTurn() : Refusal("opinion.out-of-turn");

/// <summary>This office does not do this; a deputy forwards and follows up, and never closes (DUTY-04).</summary>
public sealed record NotYourOffice(RuleRef Rule) : Refusal("opinion.not-your-office", Rule);

/// <summary>A text that has to be there is empty; the field says which.</summary>
public sealed record TextMissing() : Refusal("opinion.text-missing");

/// <summary>The date in law lies before the day of receipt.</summary>
/// <param name="NotBefore">The earliest date possible.</param>
public sealed record TooEarly(LocalDate NotBefore) : Refusal("opinion.too-early");

/// <summary>What staff enter is entered on the citizen's behalf, with how it was said; what a citizen enters is his or her own.</summary>
public sealed record NotTheCitizens() : Refusal("opinion.not-the-citizens");

/// <summary>Nobody has settled the kind: until then it is sealed (CIT-02).</summary>
public sealed record KindNotSettled(RuleRef Rule) : Refusal("opinion.kind-not-settled", Rule);

/// <summary>The kind is settled and never changes (CIT-03).</summary>
public sealed record KindSettledAlready(RuleRef Rule) : Refusal("opinion.kind-settled-already", Rule);

/// <summary>Only a suggestion or opinion goes to a deputy or leads to a suggestion (CIT-03).</summary>
public sealed record NotOfThisKind(RuleRef Rule) : Refusal("opinion.not-of-this-kind", Rule);

/// <summary>A report of wrongdoing stays sealed (CIT-30).</summary>
public sealed record StaysSealed(RuleRef Rule) : Refusal("opinion.stays-sealed", Rule);

/// <summary>A report of wrongdoing is handed to supervision by decision only (CIT-30).</summary>
public sealed record DecisionMissing(RuleRef Rule) : Refusal("opinion.decision-missing", Rule);

/// <summary>The deputy was not elected by this electoral district.</summary>
public sealed record NotOfThisDistrict() : Refusal("opinion.not-of-this-district");

/// <summary>The citizen has not been told in writing yet (CIT-10).</summary>
public sealed record NoticeFirst(RuleRef Rule) : Refusal("opinion.notice-first", Rule);
