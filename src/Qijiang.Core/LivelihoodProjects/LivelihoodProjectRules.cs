using System.Collections.Immutable;
using NodaTime;
using Qijiang.Core.Ballots;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;

namespace Qijiang.Core.LivelihoodProjects;

/// <summary>The rules of a vote on livelihood projects as they hold for a congress on a day. A poll keeps what it froze, see <see cref="PollRules"/>.</summary>
/// <param name="set">The congress's rule set.</param>
/// <param name="level">Its level.</param>
/// <param name="on">The day of the act.</param>
public sealed class LivelihoodProjectRules(RuleSet set, CongressLevel level, LocalDate on)
{
    /// <summary>The keys that these rules ask for.</summary>
    public static ImmutableArray<RuleKey> Keys { get; } = RuleKey.Of(
        Capability.LivelihoodProjects,
        ("congress.quorum", typeof(Share)),
        ("congress.majority", typeof(Share)),
        ("congress.allDeputiesBase", typeof(AllDeputiesBase)),
        ("ballot.threshold", typeof(Threshold)),
        ("ballot.style", typeof(BallotStyle)),
        ("ballot.overChoicePolicy", typeof(OverChoicePolicy)),
        ("ballot.moreCollectedThanIssued", typeof(OverCollectedPolicy)),
        ("ballot.surplusPolicy", typeof(SurplusPolicy)),
        ("ballot.tiePolicy", typeof(TiePolicy)),
        ("ballot.shortfallPolicy", typeof(ShortfallPolicy)),
        ("livelihood.voteVenue", typeof(VoteVenue)),
        ("ballot.minExtra", typeof(int)),
        ("livelihood.changeApprover", typeof(BodyKind)));

    /// <summary>Which part of all deputies has to be present (CONG-02, LIV-12).</summary>
    public Rule<Share> Quorum { get; } = set.Get<Share>("congress.quorum", level, on);

    /// <summary>Which part of all deputies is their majority (CONG-03).</summary>
    public Rule<Share> Majority { get; } = set.Get<Share>("congress.majority", level, on);

    /// <summary>Who counts as all deputies (CONG-04).</summary>
    public Rule<AllDeputiesBase> Base { get; } = set.Get<AllDeputiesBase>("congress.allDeputiesBase", level, on);

    /// <summary>What it takes to be adopted (LIV-17).</summary>
    public Rule<Threshold> Threshold { get; } = set.Get<Threshold>("ballot.threshold", level, on);

    /// <summary>How a ballot is marked (LIV-14).</summary>
    public Rule<BallotStyle> Style { get; } = set.Get<BallotStyle>("ballot.style", level, on);

    /// <summary>What becomes of a ballot with more marks than allowed (LIV-16).</summary>
    public Rule<OverChoicePolicy> OverChoice { get; } = set.Get<OverChoicePolicy>("ballot.overChoicePolicy", level, on);

    /// <summary>What follows when more ballots are collected than issued (LIV-15).</summary>
    public Rule<OverCollectedPolicy> OverCollected { get; } = set.Get<OverCollectedPolicy>("ballot.moreCollectedThanIssued", level, on);

    /// <summary>Who takes the seats where more pass than there are (LIV-18).</summary>
    public Rule<SurplusPolicy> Surplus { get; } = set.Get<SurplusPolicy>("ballot.surplusPolicy", level, on);

    /// <summary>What follows a tie across the last seat (LIV-19).</summary>
    public Rule<TiePolicy> Ties { get; } = set.Get<TiePolicy>("ballot.tiePolicy", level, on);

    /// <summary>What follows when too few pass (LIV-20).</summary>
    public Rule<ShortfallPolicy> Shortfall { get; } = set.Get<ShortfallPolicy>("ballot.shortfallPolicy", level, on);

    /// <summary>Where the ballots are cast (LIV-14b).</summary>
    public Rule<VoteVenue> Venue { get; } = set.Get<VoteVenue>("livelihood.voteVenue", level, on);

    /// <summary>The fewest candidates more than seats, where a vote is competitive (LIV-10).</summary>
    public Rule<int> MinExtra { get; } = set.Get<int>("ballot.minExtra", level, on);

    /// <summary>Which kind of body approves a change or termination of an adopted project (LIV-30).</summary>
    public Rule<BodyKind> ChangeApprover { get; } = set.Get<BodyKind>("livelihood.changeApprover", level, on);

    /// <summary>
    /// The rules that the session adopts: its own terms where it sets them, these rules where it doesn't. What it sets names its
    /// own measure: the set <c>session</c>, its document, from the date of its decision.
    /// </summary>
    /// <param name="terms">What the session's measure sets.</param>
    /// <param name="measure">The session's decision on its measure.</param>
    public PollRules Adopt(PollTerms terms, Decision measure) => new(
        Set(Style, terms.Style, measure),
        Session(MinExtra.Ref.Id, terms.Seats, measure),
        terms.ForMarksCapped is { } capped ? Session(OverChoice.Ref.Id, capped, measure) : new(OverChoice.Ref, OverChoice.Source, false),
        OverChoice,
        Quorum,
        Threshold,
        Majority,
        Set(Base, terms.Base, measure),
        OverCollected,
        Surplus,
        Set(Ties, terms.Ties, measure),
        Set(Shortfall, terms.Shortfall, measure),
        Set(Venue, terms.Venue, measure));

    private static Rule<T> Set<T>(Rule<T> rule, T? own, Decision measure) where T : struct =>
        own is { } value ? Session(rule.Ref.Id, value, measure) : rule;

    private static Rule<T> Session<T>(string id, T value, Decision measure) =>
        new(new(id, "session", measure.On), new(measure.DocumentNumber, null), value);
}
