using Microsoft.Extensions.Logging;
using NodaTime;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Identity;
using Qijiang.Backend.PersonalData;
using Qijiang.Backend.Storage;
using Qijiang.Core.CitizenInput;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.CitizenInput;

/// <summary>Takes what channels deliver: words become opinions through the same intake as every door, everything else is kept as it came.</summary>
public sealed class MessageIntake(
    OpinionUseCases opinions, ChannelMessages messages, CongressDirectory congresses, People people, KeyedHash hash, IClock clock, ILogger<MessageIntake> log) : ICitizenMessageSink
{
    /// <inheritdoc/>
    public async Task AcceptAsync(CitizenMessage message, CancellationToken cancel)
    {
        var key = (await hash.OfAsync("channel message", message.DedupKey, cancel))[..32];
        PersonId? sender = message.Sender is { } openId ? await people.OfOpenIdAsync(openId, cancel) : null;
        if (message.Kind != CitizenMessageKind.Text || string.IsNullOrWhiteSpace(message.Text) || sender is null)
        {
            await messages.KeepAsync(message.Congress, key, message.Name, sender, message.Raw, cancel);
            return;
        }

        var congress = await congresses.FindAsync(message.Congress, cancel)
            ?? throw new InvalidOperationException($"the channel serves congress '{message.Congress}', which is not established here");
        var act = new Act(new CommandStamp(key, key), new Actor(sender.Value, Office.Citizen), DayOf(message), message.Channel);
        var said = new OpinionCommand.Receive(default, sender.Value, new(sender.Value, message.Text)) { By = act.By, OccurredOn = act.OccurredOn };
        if (await opinions.ReceiveAsync(congress, act, said, cancel) is Ran<Opinion>.Refused { Refusal: var refusal })
        {
            log.LogWarning("A message of a channel was not taken as an opinion ({Code}) and is kept as it came", refusal.Code);
            await messages.KeepAsync(message.Congress, key, message.Name, sender, message.Raw, cancel);
        }
    }

    // A message sent before midnight and delivered after it was sent on that day; a channel's clock that is further off is not believed.
    private LocalDate DayOf(CitizenMessage message)
    {
        var today = ChinaDate.Of(clock.GetCurrentInstant());
        return message.SentAt is { } at && ChinaDate.Of(at) == today.PlusDays(-1) ? today.PlusDays(-1) : today;
    }

    /// <inheritdoc/>
    public async Task QuarantineAsync(CongressId congress, ReadOnlyMemory<byte> body, CancellationToken cancel) =>
        await messages.KeepAsync(congress, (await hash.OfAsync("quarantine", body, cancel))[..32], "unreadable", null, body, cancel);
}
