using Qijiang.Core.Ballots;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Ballots;

/// <summary>The ballot side of opening a poll: rights and key before it is recorded, the box after.</summary>
public sealed class PollOpening(IBallotBox box, IVotingRights rights, PollKeys keys)
{
    /// <summary>Makes the rights and the poll's key pair, or gives those that were made before. Goes into the command that opens the poll.</summary>
    /// <param name="congress">The congress.</param>
    /// <param name="poll">The poll.</param>
    /// <param name="roll">The deputies who may vote.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="KeyGoneException">The poll was counted and its keys destroyed.</exception>
    public async Task<BallotMaterial> PrepareAsync(CongressId congress, PollId poll, IReadOnlyCollection<PersonId> roll, CancellationToken cancel)
    {
        var issued = await rights.IssueAsync(congress, poll, roll, cancel);
        var key = await keys.EnsureAsync(congress, poll, PollKey.Box, Hpke.NewKeyPair, cancel);
        return new(Sealed1Scheme.Name, issued.Count, RollHash.Of(issued), Convert.ToBase64String(key));
    }

    /// <summary>Opens the box for a frame that was recorded. Safe to ask again. Until it has run, a cast is refused.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="roll">The deputies who may vote.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task OpenAsync(PollFrame frame, IReadOnlyCollection<PersonId> roll, CancellationToken cancel) =>
        await box.OpenAsync(frame, await rights.IssueAsync(frame.Congress, frame.Poll, roll, cancel), cancel);
}
