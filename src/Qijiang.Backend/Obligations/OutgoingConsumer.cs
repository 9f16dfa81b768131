using System.Text.Json;
using Microsoft.Extensions.Logging;
using NodaTime;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Messaging;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Obligations;

/// <summary>Sends through one channel, having asked once more what is still owed. Where the channel fails, its own message comes back; the others are not touched.</summary>
public sealed class OutgoingConsumer(
    CongressDirectory congresses, StillOwed stillOwed, ReminderPolicies policies, Digests digests, IEnumerable<INoticeChannel> channels, IClock clock, ILogger<OutgoingConsumer> log) : IConsumer
{
    private readonly Dictionary<string, INoticeChannel> _channels = channels.ToDictionary(channel => channel.Name, StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Queue => OnChannel.Queue;

    /// <inheritdoc/>
    public async Task ConsumeAsync(MessageEnvelope message, CancellationToken cancel)
    {
        var going = JsonSerializer.Deserialize(message.Body.Span, ObligationJson.Stored.OnChannel)!;
        if (!_channels.TryGetValue(going.Channel, out var channel) || !channel.IsOn)
        {
            log.LogWarning("Reminder {Id} did not go out: this installation has no channel {Channel} any more", going.Id, going.Channel);
            return;
        }

        var id = going.Notice?.Congress ?? going.Digest!.Congress;
        var congress = await congresses.FindAsync(id, cancel) ?? throw new InvalidOperationException($"congress '{id}' is not established here");
        var owed = new List<ReminderNotice>();
        foreach (var recorded in going.Notice is { } single ? [single] : await digests.OfAsync(going.Digest!, cancel))
            if (await stillOwed.CheckAsync(congress, recorded, cancel) is (var notice, false)) owed.Add(notice);
        if (owed is not []) await channel.SendAsync(Of(going, owed, congress), cancel);
    }

    private OutgoingNotice Of(OnChannel going, List<ReminderNotice> owed, Congress.Established congress)
    {
        var policy = policies.Of(congress);
        var to = Recipient.Of(owed[0], congress, policy);
        var day = ChinaDate.Of(clock.GetCurrentInstant());
        var (chinese, english) = (Languages.Chinese, Languages.English);
        return going.Digest is { } digest
            ? new(digest.Id, congress.Id, to, day, NoticeTexts.OfSeveral(owed, to, day, congress, policy, chinese), NoticeTexts.OfSeveral(owed, to, day, congress, policy, english), owed)
            : new(owed[0].Id, congress.Id, to, day, NoticeTexts.Of(owed[0], congress, policy, chinese), NoticeTexts.Of(owed[0], congress, policy, english), owed);
    }
}
