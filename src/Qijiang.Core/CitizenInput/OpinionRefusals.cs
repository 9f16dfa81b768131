using Qijiang.Core.Law;

namespace Qijiang.Core.CitizenInput;

/// <summary>The opinion is not in a state in which this can be done.</summary>
public sealed record OpinionOutOfTurn() : Refusal("opinion.out-of-turn");

/// <summary>There are no words in it.</summary>
public sealed record WordsMissing : Refusal
{
    /// <summary>Names the field.</summary>
    public WordsMissing() : base("opinion.words-missing") => Field = "words";
}

/// <summary>A text that the citizen is to read is empty.</summary>
public sealed record NoticeTextMissing : Refusal
{
    /// <summary>Names the field.</summary>
    public NoticeTextMissing() : base("opinion.text-missing") => Field = "text";
}

/// <summary>Its kind has to be settled by a person first (CIT-03).</summary>
/// <param name="Rule">The rule.</param>
public sealed record KindNotSettled(RuleRef Rule) : Refusal("opinion.kind-not-settled", Rule);

/// <summary>Only a suggestion or opinion may go to a deputy or feed a suggestion (CIT-03).</summary>
/// <param name="Rule">The rule.</param>
public sealed record KindMayNotFeed(RuleRef Rule) : Refusal("opinion.kind-may-not-feed", Rule);

/// <summary>A report of wrongdoing stays sealed (CIT-30).</summary>
/// <param name="Rule">The rule.</param>
public sealed record StaysSealed(RuleRef Rule) : Refusal("opinion.stays-sealed", Rule);

/// <summary>The kind is settled already; what was settled is not changed by editing.</summary>
public sealed record KindSettledAlready() : Refusal("opinion.kind-settled-already");

/// <summary>The act is dated before the opinion was received.</summary>
public sealed record BeforeReceipt : Refusal
{
    /// <summary>Names the field.</summary>
    public BeforeReceipt() : base("opinion.before-receipt") => Field = "occurredOn";
}
