using System.Text;

using FluentAssertions;

using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

using Qijiang.Backend.Http;
using Qijiang.WeChat.Push;

using Xunit;

namespace Qijiang.WeChat.Tests.Push;

/// <summary>All of vectors.json: the crypto alone, and the same through the whole push.</summary>
public sealed class VectorTests
{
    private static readonly Dictionary<PushFault, string> _codes = new()
    {
        [PushFault.SignatureMismatch] = "SIGNATURE_MISMATCH",
        [PushFault.Base64Invalid] = "BASE64_INVALID",
        [PushFault.CiphertextLength] = "CIPHERTEXT_LENGTH",
        [PushFault.PaddingInvalid] = "PADDING_INVALID",
        [PushFault.FrameLength] = "FRAME_LENGTH",
        [PushFault.AppIdMismatch] = "APPID_MISMATCH",
        [PushFault.BodyInvalid] = "BODY_INVALID",
    };

    private readonly RecordingSink _sink = new();

    public static TheoryData<string> Named(string kind) => new(TestData.Vectors.Where(vector => vector.Kind == kind).Select(vector => vector.Name));

    [Fact]
    public void All_39_vectors_are_asked() =>
        TestData.Vectors.CountBy(vector => vector.Kind).Should().BeEquivalentTo(new Dictionary<string, int>
        {
            ["receive_secure"] = 32,
            ["url_verify"] = 2,
            ["reply_secure"] = 2,
            ["key_config"] = 2,
            ["receive_plain"] = 1,
        });

    [Theory]
    [MemberData(nameof(Named), "receive_secure")]
    public void An_encrypted_push_opens_to_its_plaintext_or_shows_its_fault(string name)
    {
        var vector = TestData.Vector(name);
        var envelope = PushFields.TryRead(Encoding.UTF8.GetBytes(vector.Body!))!;
        envelope["Encrypt"].Should().Be(vector.Encrypt);

        var opening = new PushKeyring(OptionsOf(vector)).Open(QueryOf(vector), envelope["Encrypt"]!);

        var error = opening switch
        {
            PushOpening.Refused refused => _codes[refused.Fault],
            PushOpening.Opened opened when vector.Plaintext is null && PushFields.TryRead(opened.Message.Span) is null => _codes[PushFault.BodyInvalid],
            _ => null,
        };
        error.Should().Be(vector.ExpectedError);
        if (vector.Plaintext is { } plaintext) Encoding.UTF8.GetString(((PushOpening.Opened)opening).Message.Span).Should().Be(plaintext);
    }

    [Theory]
    [MemberData(nameof(Named), "receive_secure")]
    public async Task A_push_is_answered_and_stored_as_its_vector_says(string name)
    {
        var vector = TestData.Vector(name);

        var answer = await PushFor(vector).HandleAsync(QueryOf(vector), Encoding.UTF8.GetBytes(vector.Body!), default);

        // An empty message comes from WeChat, but is no JSON: it goes the way of BODY_INVALID.
        var (unreadable, refused) = (vector.ExpectedError == "BODY_INVALID" || vector.Plaintext == "", vector.ExpectedError is not (null or "BODY_INVALID"));
        answer.Should().Be(refused ? new PushAnswer(403, "") : new PushAnswer(200, "success"));
        _sink.Quarantined.Should().HaveCount(unreadable ? 1 : 0);
        _sink.Calls.Should().HaveCount(unreadable || refused ? 0 : 1);
        if (_sink.Calls is [var message]) Encoding.UTF8.GetString(message.Raw.Span).Should().Be(vector.Plaintext);
    }

    [Theory]
    [MemberData(nameof(Named), "url_verify")]
    public void A_handshake_is_echoed_or_refused(string name)
    {
        var vector = TestData.Vector(name);
        PushFor(vector).HandleGet(QueryOf(vector)).Should().Be(
            vector.ExpectedError is null ? new PushAnswer(200, vector.ExpectedResponseBody!) : new PushAnswer(403, ""));
    }

    [Theory]
    [MemberData(nameof(Named), "receive_plain")]
    public async Task A_plaintext_push_is_taken_only_where_it_is_allowed(string name)
    {
        var vector = TestData.Vector(name);
        var body = Encoding.UTF8.GetBytes(vector.Body!);

        (await PushFor(vector).HandleAsync(QueryOf(vector), body, default)).Status.Should().Be(403);
        _sink.Calls.Should().BeEmpty();

        (await PushFor(vector, allowPlaintext: true).HandleAsync(QueryOf(vector), body, default)).Should().Be(new PushAnswer(200, "success"));
        Encoding.UTF8.GetString(_sink.Calls.Single().Raw.Span).Should().Be(vector.Plaintext);

        (await PushFor(vector, allowPlaintext: true).HandleAsync(QueryOf(vector) with { Nonce = "486452657" }, body, default)).Status.Should().Be(403);
    }

    [Theory]
    [MemberData(nameof(Named), "reply_secure")]
    public void A_passive_reply_comes_out_byte_for_byte(string name)
    {
        var vector = TestData.Vector(name);
        var secret = new PushSecret(vector.Token, EncodingAesKey.TryParse(vector.EncodingAesKey)!);

        var reply = PassiveReply.To(secret, vector.AppId, vector.Plaintext!, Encoding.ASCII.GetBytes(vector.Random!), vector.Seconds, vector.Nonce);

        reply.Should().Be(new PassiveReply(vector.Encrypt!, vector.MsgSignature!, vector.Seconds, vector.Nonce));
        reply.ToJson().Should().Be($$"""{"Encrypt":"{{vector.Encrypt}}","MsgSignature":"{{vector.MsgSignature}}","TimeStamp":{{vector.Timestamp}},"Nonce":"{{vector.Nonce}}"}""");
        reply.ToXml().Should().Be($"<xml><Encrypt><![CDATA[{vector.Encrypt}]]></Encrypt><MsgSignature><![CDATA[{vector.MsgSignature}]]></MsgSignature><TimeStamp>{vector.Timestamp}</TimeStamp><Nonce><![CDATA[{vector.Nonce}]]></Nonce></xml>");
    }

    [Theory]
    [MemberData(nameof(Named), "key_config")]
    public void A_malformed_key_is_no_key(string name) =>
        (EncodingAesKey.TryParse(TestData.Vector(name).EncodingAesKey) is null ? "KEY_INVALID" : null).Should().Be(TestData.Vector(name).ExpectedError);

    [Fact]
    public void A_push_under_the_key_before_names_that_key_for_a_reply()
    {
        var vector = TestData.Vector("secure-key-rotation-previous-key");
        var opened = (PushOpening.Opened)new PushKeyring(OptionsOf(vector)).Open(QueryOf(vector), vector.Encrypt!);
        var previous = new PushSecret(vector.Token, EncodingAesKey.TryParse(vector.PreviousEncodingAesKey)!);
        PassiveReply.To(opened.Secret, vector.AppId, "x", new byte[16], 1, "n").Should().Be(PassiveReply.To(previous, vector.AppId, "x", new byte[16], 1, "n"));
    }

    private WeChatPush PushFor(Vector vector, bool allowPlaintext = false)
    {
        var options = OptionsOf(vector, allowPlaintext);
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(vector.Seconds));
        return new(Options.Create(options), new PushKeyring(options), _sink, Rejections(), time, NullLogger<WeChatPush>.Instance);
    }

    private static Rejections Rejections() => new ServiceCollection().AddMetrics().AddSingleton<Rejections>().BuildServiceProvider().GetRequiredService<Rejections>();

    private static WeChatOptions OptionsOf(Vector vector, bool allowPlaintext = false) => new()
    {
        AppId = vector.AppId,
        Token = vector.Token,
        EncodingAesKey = vector.EncodingAesKey,
        PreviousEncodingAesKey = vector.PreviousEncodingAesKey,
        Congress = "qijiang",
        AllowPlaintext = allowPlaintext,
    };

    private static PushQuery QueryOf(Vector vector) => new()
    {
        Signature = vector.Signature,
        Timestamp = vector.Timestamp,
        Nonce = vector.Nonce,
        EchoStr = vector.EchoStr,
        EncryptType = vector.Encrypt is null ? null : "aes",
        MsgSignature = vector.MsgSignature,
    };
}
