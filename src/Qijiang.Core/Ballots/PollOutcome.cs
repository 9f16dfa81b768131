using System.Text.Json.Serialization;

namespace Qijiang.Core.Ballots;

/// <summary>The result of a poll that explains itself: with the frozen rules and <see cref="Turnout"/>, enough for anyone to count again.</summary>
/// <param name="Verdict">Whether the poll is valid.</param>
/// <param name="Turnout">Heads and papers.</param>
/// <param name="QuorumNeeded">The fewest deputies that have to be present.</param>
/// <param name="VotesNeeded">The fewest votes that adopt: of 287 deputies, 144; null in a re-vote, where the highest wins.</param>
/// <param name="Seats">How many could be adopted.</param>
/// <param name="Candidates">Every candidate, in the order of the ballot.</param>
/// <param name="FollowUp">What has to follow; null where everything is settled.</param>
/// <param name="Lines">The calculation, step by step.</param>
public sealed record PollOutcome(
    PollVerdict Verdict,
    Turnout Turnout,
    int QuorumNeeded,
    int? VotesNeeded,
    int Seats,
    ValueList<CandidateResult> Candidates,
    FollowUp? FollowUp,
    ValueList<OutcomeLine> Lines)
{
    /// <summary>The adopted, most votes first, equal votes in the order of the ballot.</summary>
    [JsonIgnore]
    public IEnumerable<CandidateResult> Adopted => Candidates.Where(c => c.Standing is Standing.Adopted).OrderByDescending(c => c.For);
}
