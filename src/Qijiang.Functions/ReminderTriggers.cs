using Microsoft.Azure.Functions.Worker;
using Qijiang.Backend.Obligations;

namespace Qijiang.Functions;

/// <summary>The reminder timer. It may run late, twice at once or not at all; a tick records nothing twice and catches up by itself.</summary>
public sealed class ReminderTriggers(ReminderTick reminders)
{
    /// <summary>The app setting with the schedule: six fields, UTC.</summary>
    public const string Schedule = "ReminderSchedule";

    /// <summary>Looks at everything whose day has come.</summary>
    [Function("reminders")]
    public Task Tick([TimerTrigger($"%{Schedule}%")] TimerInfo timer, CancellationToken cancel) => reminders.RunAsync(cancel);
}
