using Cronos;
using Microsoft.Extensions.Options;
using Qijiang.Backend;
using Qijiang.Backend.Obligations;

namespace Qijiang.Standalone.Hosting;

/// <summary>Lets the timers tick in this process. A tick that is missed needs no catching up: the next one finds what is due.</summary>
internal sealed class Timers(ReminderTick reminders, IOptions<TimerOptions> options, TimeProvider time, ILogger<Timers> log) : BackgroundService
{
    // What Task.Delay can wait for ends after seven weeks; a schedule may be rarer than that.
    private static readonly TimeSpan _longestWait = TimeSpan.FromDays(1);
    private readonly CronExpression _schedule = Parse(options.Value.Reminders);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (_schedule.GetNextOccurrence(time.GetUtcNow().UtcDateTime) is { } next)
        {
            while (next - time.GetUtcNow().UtcDateTime is var left && left > TimeSpan.Zero)
                await Task.Delay(left < _longestWait ? left : _longestWait, time, stoppingToken);
            try
            {
                await reminders.RunAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "A tick of the reminder timer failed; the next one looks at everything again");
            }
        }
    }

    private static CronExpression Parse(string schedule)
    {
        try
        {
            return CronExpression.Parse(schedule);
        }
        catch (CronFormatException e)
        {
            throw new SettingException("Timers:Reminders", $"is '{schedule}'; it has to be a cron expression of five fields: {e.Message}", e);
        }
    }
}
