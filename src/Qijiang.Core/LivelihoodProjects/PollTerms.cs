using Qijiang.Core.Ballots;

namespace Qijiang.Core.LivelihoodProjects;

/// <summary>
/// What the session's own voting measure (票决办法) sets. Null leaves it as the rule set has it. What the law fixes, quorum
/// and majority, is not here.
/// </summary>
/// <param name="Seats">How many projects are to be adopted.</param>
/// <param name="Style">How the ballot is marked (LIV-14).</param>
/// <param name="ForMarksCapped">Whether "for" may be marked on at most as many projects as there are seats (LIV-16).</param>
/// <param name="Base">Who counts as all deputies (CONG-04).</param>
/// <param name="Ties">What follows a tie across the last seat (LIV-19).</param>
/// <param name="Shortfall">What follows when too few pass (LIV-20).</param>
/// <param name="Venue">Where the ballots are cast (LIV-14b).</param>
public sealed record PollTerms(
    int Seats,
    BallotStyle? Style = null,
    bool? ForMarksCapped = null,
    AllDeputiesBase? Base = null,
    TiePolicy? Ties = null,
    ShortfallPolicy? Shortfall = null,
    VoteVenue? Venue = null);
