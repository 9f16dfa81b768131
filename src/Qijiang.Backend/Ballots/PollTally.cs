using Qijiang.Core.Ballots;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Ballots;

/// <summary>
/// The tally of a closed poll, for a queue consumer: every step can be run again, after a failure at any point, with the
/// same result. The caller records the result as an event, and only then destroys the keys.
/// </summary>
public sealed class PollTally(IBallotBox box, IVotingRights rights, IBallotScheme scheme, PollKeys keys, Recounts recounts)
{
    private const string KeyPort = "key-port";

    /// <summary>Seals the box, reads it, opens and counts the ballots, and keeps the evidence sealed.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="present">Deputies present.</param>
    /// <param name="issued">Ballots given out.</param>
    /// <param name="cancel">Stops waiting; run it again.</param>
    /// <exception cref="InvalidDataException">The box is not as Qijiang wrote it: the scrutineers have to look into it.</exception>
    public async Task<TallyRun> RunAsync(PollFrame frame, int present, int issued, CancellationToken cancel)
    {
        var seal = await box.SealAsync(frame, cancel);
        // Run again after the keys were destroyed, the evidence still has the answer.
        if ((await CountAsync(frame, seal, cancel) ?? await recounts.CountAgainAsync(frame, cancel)) is not { } counts) return new TallyRun.Failed(new KeyLost());
        return new TallyRun.Counted(seal, counts, PollCount.Of(frame, new(frame.AllDeputies, present, issued, counts.Ballots), counts));
    }

    /// <summary>Destroys the key that opens ballots and the links from deputies to rights. Only after the result is recorded. Safe to ask again.</summary>
    /// <param name="congress">The congress.</param>
    /// <param name="poll">The poll.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task DestroyKeysAsync(CongressId congress, PollId poll, CancellationToken cancel)
    {
        await keys.DestroyAsync(congress, poll, PollKey.Box, cancel);
        await rights.ForgetAsync(congress, poll, cancel);
    }

    private async Task<TallyCounts?> CountAsync(PollFrame frame, BoxSeal seal, CancellationToken cancel)
    {
        if (await keys.FindAsync(frame.Congress, frame.Poll, PollKey.Box, cancel) is not { } key) return null;
        try
        {
            var state = scheme.BeginTally(frame, seal, await box.ReadAsync(frame, seal, cancel).ToListAsync(cancel));
            if (scheme.Contribute(frame, state, new(KeyPort, key)) is not TallyState.Done done) return null;
            await recounts.KeepAsync(frame, done.Evidence, cancel);
            return done.Counts;
        }
        finally
        {
            Array.Clear(key);
        }
    }
}
