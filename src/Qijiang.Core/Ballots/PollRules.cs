using Qijiang.Core.Law;

namespace Qijiang.Core.Ballots;

/// <summary>
/// The rules of a poll's ballot and outcome, each with the article or the session's own measure behind it. Frozen in the
/// frame when the poll opens: whoever counts again needs nothing else.
/// </summary>
/// <param name="Style">How a ballot is marked (LIV-14).</param>
/// <param name="Seats">How many can be adopted; the session sets it.</param>
/// <param name="ForMarksCapped">Whether "for" may be marked on at most as many candidates as there are seats; only where the session sets it (LIV-16).</param>
/// <param name="OverChoice">What becomes of a ballot with more marks than allowed (LIV-16).</param>
/// <param name="Quorum">Which part of all deputies has to be present (CONG-02, LIV-12).</param>
/// <param name="Threshold">What it takes to be adopted (LIV-17; in a re-vote LIV-19).</param>
/// <param name="Majority">Which part of all deputies is their majority (CONG-03).</param>
/// <param name="Base">Who counts as all deputies (CONG-04).</param>
/// <param name="OverCollected">What follows when more ballots are collected than issued (LIV-15).</param>
/// <param name="Surplus">Who takes the seats where more pass than there are (LIV-18).</param>
/// <param name="Ties">What follows a tie across the last seat (LIV-19).</param>
/// <param name="Shortfall">What follows when too few pass (LIV-20).</param>
/// <param name="Venue">Where the ballots are cast (LIV-14b).</param>
public sealed record PollRules(
    Rule<BallotStyle> Style,
    Rule<int> Seats,
    Rule<bool> ForMarksCapped,
    Rule<OverChoicePolicy> OverChoice,
    Rule<Share> Quorum,
    Rule<Threshold> Threshold,
    Rule<Share> Majority,
    Rule<AllDeputiesBase> Base,
    Rule<OverCollectedPolicy> OverCollected,
    Rule<SurplusPolicy> Surplus,
    Rule<TiePolicy> Ties,
    Rule<ShortfallPolicy> Shortfall,
    Rule<VoteVenue> Venue)
{
    /// <summary>The rules of a re-vote among the tied: they have had their majority, so the highest wins (LIV-19).</summary>
    /// <param name="seats">The seats left.</param>
    public PollRules ForReVote(int seats) => this with
    {
        Seats = new(Ties.Ref, Ties.Source, seats),
        Threshold = new(Ties.Ref, Ties.Source, Ballots.Threshold.HighestWins),
    };
}
