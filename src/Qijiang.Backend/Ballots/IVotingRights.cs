using Qijiang.Core;
using Qijiang.Core.Ballots;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Ballots;

/// <summary>The only place that knows deputies and rights.</summary>
public interface IVotingRights
{
    /// <summary>Makes one right for each place on the roll, or gives those that were made before; sorted by right, so that nothing says whose is whose.</summary>
    /// <param name="congress">The congress.</param>
    /// <param name="poll">The poll.</param>
    /// <param name="roll">The deputies who may vote.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="KeyGoneException">The links of this poll were destroyed.</exception>
    Task<ValueList<VotingRight>> IssueAsync(CongressId congress, PollId poll, IReadOnlyCollection<PersonId> roll, CancellationToken cancel);

    /// <summary>The right of a deputy who has signed in; null where the deputy has not, is not on the roll, or the link is destroyed.</summary>
    /// <param name="congress">The congress.</param>
    /// <param name="poll">The poll.</param>
    /// <param name="deputy">The deputy.</param>
    /// <param name="signedIn">Who has signed in, as the poll's own state says.</param>
    /// <param name="cancel">Stops waiting.</param>
    Task<VotingRight?> RightOfAsync(CongressId congress, PollId poll, PersonId deputy, IReadOnlyCollection<PersonId> signedIn, CancellationToken cancel);

    /// <summary>What a deputy who has signed in puts a ballot into the box with; null as <see cref="RightOfAsync"/> says.</summary>
    /// <param name="congress">The congress.</param>
    /// <param name="poll">The poll.</param>
    /// <param name="deputy">The deputy.</param>
    /// <param name="signedIn">Who has signed in, as the poll's own state says.</param>
    /// <param name="idempotencyKey">The device's name for this attempt.</param>
    /// <param name="cancel">Stops waiting.</param>
    Task<CastingAttempt?> AttemptAsync(CongressId congress, PollId poll, PersonId deputy, IReadOnlyCollection<PersonId> signedIn, string idempotencyKey, CancellationToken cancel);

    /// <summary>Destroys the links, for good: afterwards nobody can say whose right is whose (ARC-07). Safe to ask again.</summary>
    /// <param name="congress">The congress.</param>
    /// <param name="poll">The poll.</param>
    /// <param name="cancel">Stops waiting.</param>
    Task ForgetAsync(CongressId congress, PollId poll, CancellationToken cancel);
}
