namespace Qijiang.Reliability.Tests.Simulation;

/// <summary>The technical clock as one instance reads it. A new instance has never remembered anything: for it, more time has passed than anybody remembers.</summary>
/// <param name="scheduler">Whose time it is.</param>
internal sealed class SimulatedTime(Func<Scheduler?> scheduler) : TimeProvider
{
    private long forgotten;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => scheduler()?.Now ?? DateTimeOffset.UnixEpoch;   // before there is a world

    public override long GetTimestamp() => (scheduler()?.Passed ?? 0) + forgotten;

    /// <summary>What is remembered for a time is forgotten.</summary>
    public void Forget() => forgotten += TimeSpan.TicksPerDay * 30;
}
