namespace Qijiang.Reliability.Tests.Simulation;

/// <summary>What became of a world.</summary>
/// <param name="Seed">Its seed.</param>
/// <param name="Faults">What was wrong in the end; nothing, where all is well.</param>
/// <param name="Trace">What happened, turn by turn.</param>
/// <param name="Events">All events that were recorded, by stream.</param>
internal sealed record Course(int Seed, IReadOnlyList<string> Faults, IReadOnlyList<string> Trace, string Events)
{
    private const int Shown = 60;

    /// <summary>What somebody reads who has to find out why: the seed, what is wrong, the last steps.</summary>
    public string Report => string.Join('\n', [$"seed {Seed} (QIJIANG_SEED={Seed} plays it again), {Trace.Count} steps:", .. Faults.Take(20), "its last steps:", .. Trace.TakeLast(Shown)]);
}
