using System.Globalization;
using System.Text.Json;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.ReadModels;

namespace Qijiang.Backend.Obligations;

/// <summary>Sends reminders out through every channel, and lists that they went out.</summary>
public sealed class NoticeConsumer(CongressDirectory congresses, IEnumerable<INoticeChannel> channels, Lists lists) : IConsumer
{
    /// <summary>The list of reminders that went out, by day.</summary>
    public const string Sent = "reminders";

    private static readonly CultureInfo _chinese = CultureInfo.GetCultureInfo("zh-Hans");
    private static readonly CultureInfo _english = CultureInfo.GetCultureInfo("en");

    /// <inheritdoc/>
    public string Queue => ReminderNotice.Queue;

    /// <inheritdoc/>
    public async Task ConsumeAsync(MessageEnvelope message, CancellationToken cancel)
    {
        var notice = JsonSerializer.Deserialize(message.Body.Span, ObligationJson.Stored.ReminderNotice)!;
        var congress = await congresses.FindAsync(notice.Congress, cancel) ?? throw new InvalidOperationException($"congress '{notice.Congress}' is not established here");
        var text = NoticeTexts.Of(notice, congress, _chinese);
        foreach (var channel in channels) await channel.SendAsync(notice, text, cancel);

        var row = new ReminderRow(notice.Today, notice.Obligation.Id, notice.Obligation.Kind, notice.Step, notice.To, text, NoticeTexts.Of(notice, congress, _english));
        await lists.PutAsync(notice.Congress, Sent, $"{notice.Today:uuuuMMdd}|{notice.Obligation.Id}|{notice.Step}|{notice.To}", JsonSerializer.SerializeToUtf8Bytes(row, ObligationJson.Stored.ReminderRow), cancel);
    }
}
