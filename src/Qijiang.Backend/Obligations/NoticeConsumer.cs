using System.Globalization;
using System.Text.Json;
using Qijiang.Backend.CitizenInput;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.ReadModels;
using Qijiang.Core.CitizenInput;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Obligations;

/// <summary>Sends reminders out through every channel, and lists that they went out.</summary>
public sealed class NoticeConsumer(CongressDirectory congresses, IEnumerable<INoticeChannel> channels, OpinionUseCases opinions, Lists lists) : IConsumer
{
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
        var key = $"{notice.Today:uuuuMMdd}|{notice.Obligation.Id}|{notice.Step}|{notice.To}";
        var data = JsonSerializer.SerializeToUtf8Bytes(row, ObligationJson.Stored.ReminderRow);
        foreach (var question in SentReminders.QuestionsOf(notice, congress, await IsSealedAsync(notice, cancel))) await lists.PutAsync(notice.Congress, question, key, data, cancel);
    }

    private async Task<bool> IsSealedAsync(ReminderNotice notice, CancellationToken cancel)
    {
        if (notice.Obligation.About is not Matter.OfOpinion { Id: var id }) return false;
        var history = await opinions.LoadAsync(notice.Congress, id, cancel);
        return OpinionReading.KindOf(OpinionJson.Opinions.StateOf(history)) is OpinionKind.Wrongdoing;
    }
}
