using System.Text.Json;
using Microsoft.Extensions.Logging;
using NodaTime;
using Qijiang.Backend.Calendar;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Obligations;

/// <summary>Sends a recorded reminder on: waits for office hours, asks whether it is still owed, lists it, and gives each channel a message of its own.</summary>
public sealed class NoticeConsumer(
    CongressDirectory congresses, StillOwed stillOwed, CalendarInForce calendar, ReminderPolicies policies, SentReminders sent, Digests digests, IEnumerable<INoticeChannel> channels,
    IMessageQueue queues, IClock clock, ILogger<NoticeConsumer> log) : IConsumer
{
    /// <inheritdoc/>
    public string Queue => ReminderNotice.Queue;

    /// <inheritdoc/>
    public async Task ConsumeAsync(MessageEnvelope message, CancellationToken cancel)
    {
        var recorded = JsonSerializer.Deserialize(message.Body.Span, ObligationJson.Stored.ReminderNotice)!;
        var congress = await congresses.FindAsync(recorded.Congress, cancel) ?? throw new InvalidOperationException($"congress '{recorded.Congress}' is not established here");
        if (UntilOfficeHours(congress, await calendar.OfAsync(congress, cancel)) is { } wait)
        {
            await queues.SendAgainAsync(Queue, message, wait, cancel);
            return;
        }

        if (await stillOwed.CheckAsync(congress, recorded, cancel) is not var (notice, isSealed))
        {
            log.LogInformation("Reminder {Id} did not go out: it was settled, extended or moved", recorded.Id);
            return;
        }

        if (!isSealed && policies.Of(congress).Digest.Contains(notice.To))
        {
            await digests.AddAsync(Recipient.Of(notice, congress, policies.Of(congress)), notice, cancel);
            return;
        }

        await sent.PutAsync(notice, congress, isSealed, cancel);
        if (isSealed) return;
        foreach (var channel in channels.Where(channel => channel.IsOn)) await queues.SendAsync(new OnChannel(channel.Name, notice).ToMessage(), cancel);
    }

    // Approved in the evening, or held up in the queue: at most seven days at a time, and then it looks again.
    private TimeSpan? UntilOfficeHours(Congress.Established congress, WorkingCalendar inForce)
    {
        if (policies.Of(congress).Hours is not { } hours) return null;
        var now = ChinaDate.TimeOf(clock.GetCurrentInstant());
        var begin = hours.OnOrAfter(now, inForce);
        if (begin == now) return null;
        var wait = TimeSpan.FromSeconds(Math.Ceiling(Period.Between(now, begin, PeriodUnits.Ticks).ToDuration().TotalSeconds));
        return wait < StoreLimits.MaxDelay ? wait : StoreLimits.MaxDelay;
    }
}
