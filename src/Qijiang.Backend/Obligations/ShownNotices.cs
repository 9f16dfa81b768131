using Microsoft.Extensions.Logging;

namespace Qijiang.Backend.Obligations;

/// <summary>Shows notices in the log. May repeat one; misses none that was recorded.</summary>
public sealed class ShownNotices(ILogger<ShownNotices> log) : INoticeChannel
{
    /// <inheritdoc/>
    public Task SendAsync(ReminderNotice notice, string text, CancellationToken cancel)
    {
        log.LogInformation("Reminder {Id}: {Text}", notice.Id, text);
        return Task.CompletedTask;
    }
}
