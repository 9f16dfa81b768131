using System.Globalization;

using NodaTime;

using Qijiang.Backend.CitizenInput;
using Qijiang.Core.Congresses;

namespace Qijiang.WeChat.Push;

/// <summary>Reads the fields of a push as messages to the citizen's side of the house.</summary>
public static class PushReading
{
    /// <summary>The messages of a push: one for each of its keys, in order. Kinds that nobody knows come as they are.</summary>
    /// <param name="congress">The congress whose mini-program this is.</param>
    /// <param name="fields">The fields of the decrypted body.</param>
    /// <param name="body">The decrypted body.</param>
    public static IReadOnlyList<CitizenMessage> MessagesOf(CongressId congress, PushFields fields, ReadOnlyMemory<byte> body)
    {
        var kind = KindOf(fields);
        return [.. PushKeys.Of(fields, body.Span).Select(key => new CitizenMessage
        {
            Congress = congress,
            Channel = Channel.WeChatMessage,
            DedupKey = key,
            Kind = kind,
            Name = fields["Event"] ?? fields["MsgType"] ?? "",
            Sender = CitizenOf(fields),
            SentAt = TimeOf(fields["CreateTime"]),
            Text = kind == CitizenMessageKind.Text ? fields["Content"] : null,
            Raw = body,
        })];
    }

    private static CitizenMessageKind KindOf(PushFields fields) => fields["MsgType"] switch
    {
        // Words without a sender or a sender without words are not what WeChat describes.
        "text" when fields["Content"] is not null && fields["FromUserName"] is not null => CitizenMessageKind.Text,
        "image" => CitizenMessageKind.Picture,
        "miniprogrampage" => CitizenMessageKind.Page,
        "event" when fields["Event"] == "user_enter_tempsession" => CitizenMessageKind.Opened,
        "event" => CitizenMessageKind.Notice,
        _ => CitizenMessageKind.Unknown,
    };

    /// <summary>Where the platform is the sender, FromUserName is its own account: the citizen, if any, is OpenID.</summary>
    private static string? CitizenOf(PushFields fields) => fields["Event"] switch
    {
        "wxa_media_check" or "wxa_punish_event" => null,
        not null => fields["OpenID"] ?? fields["FromUserName"],
        null => fields["FromUserName"],
    };

    private static Instant? TimeOf(string? seconds) =>
        long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= Instant.MaxValue.ToUnixTimeSeconds()
            ? Instant.FromUnixTimeSeconds(count)
            : null;
}
