using Cronos;
using Microsoft.Extensions.Options;
using Qijiang.Backend;
using Qijiang.Backend.Audit;
using Qijiang.Backend.Obligations;

namespace Qijiang.Standalone.Hosting;

/// <summary>Lets the timers tick in this process. A tick that is missed needs no catching up: the next one finds what is due.</summary>
internal sealed class Timers(ReminderTick reminders, CheckpointTick checkpoints, IOptions<TimerOptions> options, TimeProvider time, ILogger<Timers> log) : BackgroundService
{
    // What Task.Delay can wait for ends after seven weeks; a schedule may be rarer than that.
    private static readonly TimeSpan _longestWait = TimeSpan.FromDays(1);
    private readonly CronExpression _reminders = Parse(nameof(TimerOptions.Reminders), options.Value.Reminders);
    private readonly CronExpression _checkpoints = Parse(nameof(TimerOptions.Checkpoints), options.Value.Checkpoints);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        TickAsync(nameof(TimerOptions.Reminders), _reminders, reminders.RunAsync, stoppingToken),
        TickAsync(nameof(TimerOptions.Checkpoints), _checkpoints, checkpoints.RunAsync, stoppingToken));

    private async Task TickAsync(string name, CronExpression schedule, Func<CancellationToken, Task> run, CancellationToken cancel)
    {
        while (schedule.GetNextOccurrence(time.GetUtcNow().UtcDateTime) is { } next)
        {
            while (next - time.GetUtcNow().UtcDateTime is var left && left > TimeSpan.Zero)
                await Task.Delay(left < _longestWait ? left : _longestWait, time, cancel);
            try
            {
                await run(cancel);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "A tick of the timer {Timer} failed; the next one looks at everything again", name);
            }
        }
    }

    private static CronExpression Parse(string name, string schedule)
    {
        try
        {
            return CronExpression.Parse(schedule);
        }
        catch (CronFormatException e)
        {
            throw new SettingException($"{TimerOptions.Section}:{name}", $"is '{schedule}'; it has to be a cron expression of five fields: {e.Message}", e);
        }
    }
}
