using System.Globalization;

using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

using Qijiang.Backend.CitizenInput;
using Qijiang.Backend.Http;
using Qijiang.Core.Congresses;

namespace Qijiang.WeChat.Push;

/// <summary>
/// WeChat's message push (消息推送), whatever hosts it. What fails a check is refused and leaves nothing behind; what is WeChat's
/// is acknowledged once the sink has it, and only then, because WeChat sends again what was not acknowledged.
/// </summary>
/// <param name="options">The settings.</param>
/// <param name="keyring">The tokens and keys in force.</param>
/// <param name="sink">Takes the messages; an exception of it is not caught here, so that WeChat sends again.</param>
/// <param name="rejections">Counts what is refused.</param>
/// <param name="time">Technical time.</param>
/// <param name="logger">Gets the fault of what is refused, never who or what.</param>
public sealed class WeChatPush(IOptions<WeChatOptions> options, PushKeyring keyring, ICitizenMessageSink sink, Rejections rejections, TimeProvider time, ILogger<WeChatPush> logger)
{
    /// <summary>The handshake by which WeChat checks the address: echoed where token and time are right, else 403.</summary>
    /// <param name="query">The query.</param>
    public PushAnswer HandleGet(PushQuery query) =>
        keyring.SignedWith(query.Signature, query.Timestamp, query.Nonce) is null ? Refuse(PushFault.SignatureMismatch)
        : !IsFresh(query.Timestamp) ? Refuse(PushFault.Stale)
        : query.EchoStr is { Length: > 0 } echo ? new(200, echo)
        : Refuse(PushFault.EchoMissing);

    /// <summary>One push: <c>success</c> where it was taken or quarantined, else 403 with an empty body.</summary>
    /// <param name="query">The query.</param>
    /// <param name="body">The body as it came, before anything has read it.</param>
    /// <param name="cancel">Gives up; WeChat sends again.</param>
    public async Task<PushAnswer> HandleAsync(PushQuery query, ReadOnlyMemory<byte> body, CancellationToken cancel)
    {
        if (Check(query, body, out var message) is { } fault) return Refuse(fault);
        var congress = CongressId.From(options.Value.Congress);
        if (PushFields.TryRead(message.Span) is not { } fields)
        {
            await sink.QuarantineAsync(congress, message, cancel);
            logger.LogWarning("A push of WeChat can't be read ({Fault}, {Bytes} bytes); it is quarantined", PushFault.BodyInvalid, message.Length);
            return PushAnswer.Success;
        }
        foreach (var item in PushReading.MessagesOf(congress, fields, message)) await sink.AcceptAsync(item, cancel);
        return PushAnswer.Success;
    }

    /// <summary>Refuses a push whose body could not be received whole within the limit.</summary>
    public PushAnswer RefuseBody() => Refuse(PushFault.BodyLength);

    private PushFault? Check(PushQuery query, ReadOnlyMemory<byte> body, out ReadOnlyMemory<byte> message)
    {
        message = body;
        if (body.Length > options.Value.MaxBodyBytes) return PushFault.BodyLength;
        // Compatible mode sends the clear fields beside Encrypt: they are not signed, and not read.
        if (PushFields.TryRead(body.Span)?["Encrypt"] is { } encrypt)
        {
            var opening = keyring.Open(query, encrypt);
            if (opening is PushOpening.Refused refused) return refused.Fault;
            message = ((PushOpening.Opened)opening).Message;
        }
        else
        {
            if (!options.Value.AllowPlaintext || query.EncryptType is not null) return PushFault.NotEncrypted;
            if (keyring.SignedWith(query.Signature, query.Timestamp, query.Nonce) is null) return PushFault.SignatureMismatch;
        }
        return IsFresh(query.Timestamp) ? null : PushFault.Stale;
    }

    private bool IsFresh(string? timestamp) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
        && time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds) is var age
        && age <= options.Value.MaxAge && age >= -options.Value.MaxAhead;

    private PushAnswer Refuse(PushFault fault)
    {
        logger.LogWarning("A push was refused: {Fault}", fault);
        rejections.Count("push.refused");
        return PushAnswer.Refused;
    }
}
