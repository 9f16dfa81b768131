using Microsoft.Azure.Functions.Worker;
using Qijiang.Backend.Audit;

namespace Qijiang.Functions;

/// <summary>The timer that makes checkpoints. It may run late, twice at once or not at all; of two ticks one wins.</summary>
public sealed class CheckpointTriggers(CheckpointTick checkpoints)
{
    /// <summary>The app setting with the schedule: six fields, UTC.</summary>
    public const string Schedule = "CheckpointSchedule";

    /// <summary>Signs what all streams are now.</summary>
    [Function("checkpoints")]
    public Task Tick([TimerTrigger($"%{Schedule}%")] TimerInfo timer, CancellationToken cancel) => checkpoints.RunAsync(cancel);
}
