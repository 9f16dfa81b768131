namespace Qijiang.Core.Ballots;

/// <summary>A ballot as it goes into the tally, in the order of the rights, never of time.</summary>
/// <param name="Right">The right under which it was cast; null for paper.</param>
/// <param name="Channel">How it came.</param>
/// <param name="Ballot">The ballot, still sealed.</param>
public sealed record CountedBallot(VotingRight? Right, BallotChannel Channel, SealedBallot Ballot);
