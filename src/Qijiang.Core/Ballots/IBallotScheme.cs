namespace Qijiang.Core.Ballots;

/// <summary>
/// How ballots are sealed and counted. Pure: the same input gives the same answer. Every scheme passes
/// <c>BallotSchemeContract</c>; nothing outside knows which one runs.
/// </summary>
public interface IBallotScheme
{
    /// <summary>The name that frames and ballots carry: <c>sealed-1</c>.</summary>
    string Id { get; }

    /// <summary>Whether the scheme can run this frame; refused with <c>ballot.frame-unusable</c>.</summary>
    /// <param name="frame">The frame.</param>
    Refusal? CheckFrame(PollFrame frame);

    /// <summary>Whether a sealed ballot can be one of this frame, as far as that is seen without opening it; refused with <c>ballot.malformed</c>.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="right">The right under which it comes.</param>
    /// <param name="ballot">The ballot.</param>
    Refusal? CheckBallot(PollFrame frame, VotingRight right, SealedBallot ballot);

    /// <summary>Begins to count what lies in a sealed box.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="seal">The box's seal.</param>
    /// <param name="ballots">All its ballots.</param>
    TallyState BeginTally(PollFrame frame, BoxSeal seal, IEnumerable<CountedBallot> ballots);

    /// <summary>Takes one contribution. A bad one is named in <see cref="TallyState.Waiting.Refused"/>; after <see cref="TallyState.Done"/> nothing changes.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="state">How far the tally was.</param>
    /// <param name="contribution">The contribution.</param>
    TallyState Contribute(PollFrame frame, TallyState state, TallyContribution contribution);

    /// <summary>Counts again from the evidence of a tally; null where the evidence is not of this frame or does not hold.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="evidence">What <see cref="TallyState.Done"/> gave.</param>
    TallyCounts? CountAgain(PollFrame frame, ReadOnlyMemory<byte> evidence);
}
