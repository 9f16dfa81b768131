using System.Security.Cryptography;

namespace Qijiang.WeChat.Push;

/// <summary>
/// The de-duplication keys of a push: what stays the same when WeChat sends it again (up to three times), and differs between
/// any two things that happened. WeChat's own advice, sender and second, loses results that come in one second.
/// </summary>
public static class PushKeys
{
    /// <summary>The keys, one for each thing that the push tells: one, or as many as a subscription event has items.</summary>
    /// <param name="fields">The fields of the decrypted body.</param>
    /// <param name="body">The decrypted body: a retry may be encrypted anew, so that the ciphertext is no key.</param>
    public static IReadOnlyList<string> Of(PushFields fields, ReadOnlySpan<byte> body) => fields["Event"] switch
    {
        _ when fields["MsgId"] is { } id => [Key("msg", fields["ToUserName"], id)],
        "wxa_media_check" when fields["trace_id"] is { } trace => [Key("media", trace)],
        "subscribe_msg_sent_event" when fields.Items.Count > 0 =>
            [.. fields.Items.Select(item => Key("sent", item["MsgID"], item["TemplateId"]))],
        "subscribe_msg_popup_event" or "subscribe_msg_change_event" when fields.Items.Count > 0 =>
            [.. fields.Items.Select(item => Key(fields["Event"], fields["FromUserName"], fields["CreateTime"], item["TemplateId"], item["SubscribeStatusString"]))],
        "user_info_modified" or "user_authorization_revoke" or "user_authorization_cancellation" =>
            [Key(fields["Event"], fields["OpenID"], fields["RevokeInfo"], fields["CreateTime"])],
        "wxa_punish_event" when fields["punish_id"] is { } punishment => [Key("punish", punishment)],
        var name => [Key(name, fields["FromUserName"], fields["CreateTime"], Convert.ToHexStringLower(SHA256.HashData(body)))],
    };

    /// <summary>Parts are escaped, so that no two rows of parts read the same.</summary>
    private static string Key(params IEnumerable<string?> parts) => string.Join(':', parts.Select(part => Uri.EscapeDataString(part ?? "")));
}
