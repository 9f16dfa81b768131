using Qijiang.Core;
using Qijiang.Core.Ballots;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Ballots;

/// <summary>Casting a ballot in an open poll. Nothing of it is logged, and no event comes of it.</summary>
public sealed class PollVoting(IBallotBox box, IVotingRights rights, Sealed1Scheme scheme)
{
    /// <summary>
    /// Casts a deputy's ballot: checked, sealed, then put into the box. Refused with <c>ballot.not-signed-in</c> and as
    /// <see cref="BallotPaper.Check"/> and the box say; whether the poll is open is asked of its state before.
    /// </summary>
    /// <param name="frame">The open poll's frame.</param>
    /// <param name="deputy">Who casts.</param>
    /// <param name="signedIn">Who has signed in, as the poll's own state says.</param>
    /// <param name="idempotencyKey">The device's name for this attempt.</param>
    /// <param name="choice">The marks.</param>
    /// <param name="cancel">Stops waiting; the ballot may still be recorded.</param>
    public async Task<CastOutcome> CastAsync(
        PollFrame frame, PersonId deputy, IReadOnlyCollection<PersonId> signedIn, string idempotencyKey, BallotChoice choice, CancellationToken cancel)
    {
        if (await rights.AttemptAsync(frame.Congress, frame.Poll, deputy, signedIn, idempotencyKey, cancel) is not { } attempt) return new CastOutcome.Refused(new NotSignedIn());
        if (scheme.Seal(frame, attempt.Right, choice, out var ballot) is { } refusal) return new CastOutcome.Refused(refusal);
        return await box.CastAsync(frame, attempt.Right, attempt.Key, ballot!, cancel);
    }

    /// <summary>What was answered to a ballot that is sent again after closing, because the answer was lost; null where none was cast, or the links are destroyed.</summary>
    /// <param name="frame">The poll's frame.</param>
    /// <param name="deputy">Who asks again.</param>
    /// <param name="signedIn">Who has signed in.</param>
    /// <param name="idempotencyKey">The device's name for the attempt.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<CastOutcome?> RecallAsync(PollFrame frame, PersonId deputy, IReadOnlyCollection<PersonId> signedIn, string idempotencyKey, CancellationToken cancel) =>
        await rights.AttemptAsync(frame.Congress, frame.Poll, deputy, signedIn, idempotencyKey, cancel) is { } attempt ? await box.RecallAsync(frame, attempt.Right, attempt.Key, cancel) : null;

    /// <summary>Withdraws a deputy's right before paper is issued, or because it is void; null when it is withdrawn.</summary>
    /// <param name="frame">The open poll's frame.</param>
    /// <param name="deputy">Whose right.</param>
    /// <param name="signedIn">Who has signed in, as the poll's own state says.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<Refusal?> WithdrawAsync(PollFrame frame, PersonId deputy, IReadOnlyCollection<PersonId> signedIn, Withdrawal reason, CancellationToken cancel) =>
        await rights.RightOfAsync(frame.Congress, frame.Poll, deputy, signedIn, cancel) is { } right
            ? await box.WithdrawAsync(frame, right, reason, cancel)
            : new NotSignedIn();
}
