using System.Globalization;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Qijiang.Standalone.Demo.FakeWeChat;

/// <summary>
/// Plays WeChat's message push in secure mode: the handshake, and messages that are encrypted, signed and sent again up to
/// three times, anew each time, until they are acknowledged.
/// </summary>
/// <param name="account">The mini-program.</param>
/// <param name="http">Reaches the receiving side.</param>
/// <param name="time">The clock of the signed timestamp.</param>
public sealed class FakePusher(FakeAccount account, HttpClient http, TimeProvider time)
{
    private const int MaxTries = 4;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);
    private static readonly JsonSerializerOptions _asTheyAre = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly FakeEnvelope _envelope = new(account);

    /// <summary>The handshake that WeChat's console makes when an address is saved: whether it was answered as it must be.</summary>
    /// <param name="address">The address of the message push.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<bool> VerifyAsync(Uri address, CancellationToken cancel = default)
    {
        var (timestamp, nonce, echo) = (Now(), Number(), Number());
        using var answer = await http.GetAsync(new Uri($"{address}?signature={_envelope.Sign(timestamp, nonce)}&timestamp={timestamp}&nonce={nonce}&echostr={echo}", UriKind.RelativeOrAbsolute), cancel);
        return answer.IsSuccessStatusCode && await answer.Content.ReadAsStringAsync(cancel) == echo;
    }

    /// <summary>Sends a citizen's words.</summary>
    /// <param name="address">The address of the message push.</param>
    /// <param name="openId">Who says it.</param>
    /// <param name="words">What is said.</param>
    /// <param name="format">The data format.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<FakeDelivery> SayAsync(Uri address, string openId, string words, FakePushFormat format = FakePushFormat.Json, CancellationToken cancel = default) =>
        PushAsync(address, openId, new() { ["MsgType"] = "text", ["Content"] = words, ["MsgId"] = Id() }, format, cancel);

    /// <summary>Sends that a citizen has opened the conversation.</summary>
    /// <param name="address">The address of the message push.</param>
    /// <param name="openId">Who opened it.</param>
    /// <param name="format">The data format.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<FakeDelivery> EnterAsync(Uri address, string openId, FakePushFormat format = FakePushFormat.Json, CancellationToken cancel = default) =>
        PushAsync(address, openId, new() { ["MsgType"] = "event", ["Event"] = "user_enter_tempsession", ["SessionFrom"] = "" }, format, cancel);

    /// <summary>Sends a body as it is, well-formed or not.</summary>
    /// <param name="address">The address of the message push.</param>
    /// <param name="message">The body before encryption.</param>
    /// <param name="format">The data format of the envelope around it.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<FakeDelivery> PushAsync(Uri address, string message, FakePushFormat format, CancellationToken cancel = default)
    {
        for (var tries = 1; ; tries++)
        {
            var (status, body) = await SendAsync(address, message, format, cancel);
            var acknowledged = status == StatusCodes.Status200OK && body is "" or "success";
            if (acknowledged || tries == MaxTries) return new(acknowledged, tries, status, body);
        }
    }

    private Task<FakeDelivery> PushAsync(Uri address, string openId, Dictionary<string, object> fields, FakePushFormat format, CancellationToken cancel)
    {
        Dictionary<string, object> all = new() { ["ToUserName"] = account.OriginalId, ["FromUserName"] = openId, ["CreateTime"] = time.GetUtcNow().ToUnixTimeSeconds() };
        foreach (var (name, value) in fields) all[name] = value;
        return PushAsync(address, format == FakePushFormat.Xml ? XmlOf(all) : JsonOf(all), format, cancel);
    }

    private async Task<(int Status, string Body)> SendAsync(Uri address, string message, FakePushFormat format, CancellationToken cancel)
    {
        var (timestamp, nonce, encrypt) = (Now(), Number(), _envelope.Encrypt(message));
        Dictionary<string, object> outer = new() { ["ToUserName"] = account.OriginalId, ["Encrypt"] = encrypt };
        var query = $"?signature={_envelope.Sign(timestamp, nonce)}&timestamp={timestamp}&nonce={nonce}&openid=from-the-query&encrypt_type=aes&msg_signature={_envelope.Sign(timestamp, nonce, encrypt)}";
        using var body = new StringContent(format == FakePushFormat.Xml ? XmlOf(outer) : JsonOf(outer), Encoding.UTF8, format == FakePushFormat.Xml ? "text/xml" : "application/json");
        using var patience = new CancellationTokenSource(_patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            using var answer = await http.PostAsync(new Uri(address + query, UriKind.RelativeOrAbsolute), body, either.Token);
            return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(either.Token));
        }
        catch (Exception unanswered) when (unanswered is HttpRequestException || (unanswered is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return (0, "");
        }
    }

    private string Now() => time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string Number() => Id().ToString(CultureInfo.InvariantCulture);

    private static long Id() => RandomNumberGenerator.GetInt32(10_000_000, 99_999_999) * 1_000_000_000L + RandomNumberGenerator.GetInt32(1_000_000_000);

    private static string JsonOf(Dictionary<string, object> fields) => JsonSerializer.Serialize(fields, _asTheyAre);

    private static string XmlOf(Dictionary<string, object> fields) =>
        $"<xml>{string.Concat(fields.Select(field => $"<{field.Key}>{SecurityElement.Escape($"{field.Value}")}</{field.Key}>"))}</xml>";
}
