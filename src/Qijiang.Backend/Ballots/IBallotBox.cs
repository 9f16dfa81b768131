using Qijiang.Core;
using Qijiang.Core.Ballots;

namespace Qijiang.Backend.Ballots;

/// <summary>
/// The box: one row for each right, never changed once it is there, read in the order of the rights. It opens nothing and
/// knows no person; no method takes or returns a time. It passes <c>BallotBoxContract</c> over every engine.
/// </summary>
public interface IBallotBox
{
    /// <summary>Opens the box for a roll. Safe to ask again; a box that was opened by half is opened to the end.</summary>
    /// <param name="frame">The frame, recorded before.</param>
    /// <param name="roll">The rights, in any order.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="ArgumentException">The rights are not those of the frame's <see cref="PollFrame.RollHash"/>.</exception>
    /// <exception cref="InvalidDataException">The box of this poll was opened for another frame.</exception>
    Task OpenAsync(PollFrame frame, IReadOnlyCollection<VotingRight> roll, CancellationToken cancel);

    /// <summary>Puts a ballot into the box. When it answers <see cref="CastOutcome.Recorded"/> it is durable.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="right">The right.</param>
    /// <param name="idempotencyKey">The caller's name for this attempt; asked again with it, the first answer again.</param>
    /// <param name="ballot">The ballot, checked by its scheme before.</param>
    /// <param name="cancel">Stops waiting; the ballot may still be recorded.</param>
    Task<CastOutcome> CastAsync(PollFrame frame, VotingRight right, string idempotencyKey, SealedBallot ballot, CancellationToken cancel);

    /// <summary>What was answered to this attempt, without putting anything into the box: for an answer that was lost and asked for again after closing. Null where nothing was cast under the right.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="right">The right.</param>
    /// <param name="idempotencyKey">The caller's name for the attempt.</param>
    /// <param name="cancel">Stops waiting.</param>
    Task<CastOutcome?> RecallAsync(PollFrame frame, VotingRight right, string idempotencyKey, CancellationToken cancel);

    /// <summary>
    /// Withdraws a right, for good; null when it is. Refused with <c>ballot.already-cast</c>, <c>ballot.box-sealed</c> or
    /// <c>ballot.right-unknown</c>. Paper is issued only after this.
    /// </summary>
    /// <param name="frame">The frame.</param>
    /// <param name="right">The right.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancel">Stops waiting.</param>
    Task<Refusal?> WithdrawAsync(PollFrame frame, VotingRight right, Withdrawal reason, CancellationToken cancel);

    /// <summary>How many have voted. From one call to the next no number goes down.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="cancel">Stops waiting.</param>
    Task<Participation> ParticipationAsync(PollFrame frame, CancellationToken cancel);

    /// <summary>Seals the box: every right not used yet stays unused, so that a cast that raced with it is in the seal or refused. Safe to ask again; the same seal.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="InvalidDataException">The rolls or the box hold rows that are not of this frame: somebody has written past Qijiang.</exception>
    Task<BoxSeal> SealAsync(PollFrame frame, CancellationToken cancel);

    /// <summary>The ballots of a sealed box, sorted by right: the same sequence each time.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="seal">Its seal.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="InvalidDataException">The box is not as it was sealed.</exception>
    IAsyncEnumerable<CountedBallot> ReadAsync(PollFrame frame, BoxSeal seal, CancellationToken cancel);
}
