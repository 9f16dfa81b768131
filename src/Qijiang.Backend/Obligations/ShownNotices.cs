using Microsoft.Extensions.Logging;

namespace Qijiang.Backend.Obligations;

/// <summary>Shows reminders in the log. What a process logged before it ended is shown again by the next; nothing recorded is missed.</summary>
public sealed class ShownNotices(ILogger<ShownNotices> log) : INoticeChannel
{
    /// <inheritdoc/>
    public string Name => "console";

    /// <inheritdoc/>
    public bool IsOn => true;

    /// <inheritdoc/>
    public bool MayRepeat => true;

    /// <inheritdoc/>
    public bool MayMiss => false;

    /// <inheritdoc/>
    public Task SendAsync(OutgoingNotice notice, CancellationToken cancel)
    {
        log.LogInformation("Reminder {Id}: {Text}", notice.Id, notice.Zh);
        return Task.CompletedTask;
    }
}
