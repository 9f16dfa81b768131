using Qijiang.Core.Law;

namespace Qijiang.Core.Ballots;

/// <summary>
/// The rules of a poll's ballot and outcome, each with the article or the session's own measure behind it. Frozen in the
/// frame when the poll opens: whoever counts again needs nothing else.
/// </summary>
/// <param name="Style">How a ballot is marked (LIV-14).</param>
/// <param name="Seats">How many can be adopted; the session sets it.</param>
/// <param name="ForMarksCapped">Whether "for" may be marked on at most as many candidates as there are seats (LIV-16).</param>
/// <param name="OverChoice">Whether a ballot with more marks than allowed is void (LIV-16).</param>
/// <param name="Quorum">Which part of all deputies has to be present (CONG-02, LIV-12).</param>
/// <param name="Majority">Which part of all deputies has to be in favour (CONG-03, LIV-17); null in a re-vote among the tied, where the highest wins (LIV-19).</param>
/// <param name="Base">Who counts as all deputies (CONG-04).</param>
/// <param name="OverCollected">Whether more ballots collected than issued void the poll (LIV-15).</param>
/// <param name="HighestFirst">Whether the most votes go first where more pass than there are seats (LIV-18).</param>
/// <param name="Ties">What follows a tie across the last seat (LIV-19).</param>
/// <param name="Shortfall">What follows when too few pass (LIV-20).</param>
/// <param name="Venue">Where the ballots are cast (LIV-14b).</param>
public sealed record PollRules(
    Rule<BallotStyle> Style,
    Rule<int> Seats,
    Rule<bool> ForMarksCapped,
    Rule<bool> OverChoice,
    Rule<Share> Quorum,
    Rule<Share>? Majority,
    Rule<AllDeputiesBase> Base,
    Rule<bool> OverCollected,
    Rule<bool> HighestFirst,
    Rule<TiePolicy> Ties,
    Rule<ShortfallPolicy> Shortfall,
    Rule<VoteVenue> Venue)
{
    /// <summary>The rules of a re-vote among the tied: they have had their majority, so the highest wins (LIV-19). A blank remains an abstention.</summary>
    /// <param name="seats">The seats left.</param>
    public PollRules ForReVote(int seats) => this with { Majority = null, Seats = Seats with { Value = seats } };
}
