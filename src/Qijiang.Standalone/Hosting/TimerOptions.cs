namespace Qijiang.Standalone.Hosting;

/// <summary>When timers tick.</summary>
public sealed class TimerOptions
{
    /// <summary>The section of the configuration: <c>Timers</c>.</summary>
    public const string Section = "Timers";

    /// <summary>The reminder timer, as a cron expression of five fields in UTC; every ten minutes unless told otherwise.</summary>
    public string Reminders { get; set; } = "*/10 * * * *";

    /// <summary>The timer that makes checkpoints, in the same form; at half past two at night in Beijing unless told otherwise.</summary>
    public string Checkpoints { get; set; } = "30 18 * * *";
}
