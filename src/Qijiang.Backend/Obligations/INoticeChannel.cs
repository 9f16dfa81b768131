namespace Qijiang.Backend.Obligations;

/// <summary>A way out to people. Each channel says of itself whether it may repeat or may miss a notice.</summary>
public interface INoticeChannel
{
    /// <summary>Sends a notice. May be asked again with the same <see cref="ReminderNotice.Id"/>.</summary>
    /// <param name="notice">What it is about.</param>
    /// <param name="text">The text, in Chinese.</param>
    /// <param name="cancel">Gives up; it may be out none the less.</param>
    Task SendAsync(ReminderNotice notice, string text, CancellationToken cancel);
}
