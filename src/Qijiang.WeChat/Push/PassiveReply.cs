using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml.Linq;

namespace Qijiang.WeChat.Push;

/// <summary>
/// An encrypted reply within the answer to a push (被动回复), for the rare push that wants more than <c>success</c>. It uses the
/// token and the key with which the push came.
/// </summary>
/// <param name="Encrypt">The encrypted message, Base64.</param>
/// <param name="MsgSignature">Signs token, timestamp, nonce and <paramref name="Encrypt"/>.</param>
/// <param name="TimeStamp">Our own, in seconds since 1970.</param>
/// <param name="Nonce">The nonce of the push.</param>
public sealed record PassiveReply(string Encrypt, string MsgSignature, long TimeStamp, string Nonce)
{
    /// <summary>Encrypts and signs a reply.</summary>
    /// <param name="secret">What proved right for the push.</param>
    /// <param name="appId">Our own AppID.</param>
    /// <param name="message">The reply in the clear, in the data format of the push.</param>
    /// <param name="random">16 random bytes.</param>
    /// <param name="timeStamp">The time, in seconds since 1970.</param>
    /// <param name="nonce">The nonce of the push.</param>
    public static PassiveReply To(PushSecret secret, string appId, string message, ReadOnlySpan<byte> random, long timeStamp, string nonce)
    {
        var encrypt = PushCipher.Encrypt(secret.Key, appId, random, Encoding.UTF8.GetBytes(message));
        return new(encrypt, PushSignature.Of(secret.Token, timeStamp.ToString(CultureInfo.InvariantCulture), nonce, encrypt), timeStamp, nonce);
    }

    /// <summary>The body of the answer, where the push came as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, PassiveReplyJson.Relaxed.PassiveReply);

    /// <summary>The body of the answer, where the push came as XML.</summary>
    public string ToXml() => new XElement("xml",
        new XElement("Encrypt", new XCData(Encrypt)),
        new XElement("MsgSignature", new XCData(MsgSignature)),
        new XElement("TimeStamp", TimeStamp),
        new XElement("Nonce", new XCData(Nonce))).ToString(SaveOptions.DisableFormatting);
}

/// <summary>Writes replies without escapes beyond need: Base64's '+' stays one.</summary>
[JsonSerializable(typeof(PassiveReply))]
internal sealed partial class PassiveReplyJson : JsonSerializerContext
{
    public static readonly PassiveReplyJson Relaxed = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
