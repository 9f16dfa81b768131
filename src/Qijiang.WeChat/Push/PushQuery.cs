namespace Qijiang.WeChat.Push;

/// <summary>
/// The query of a push. Its <c>openid</c> is left out on purpose: no signature covers it, so the sender is taken from the
/// decrypted body alone.
/// </summary>
public sealed record PushQuery
{
    /// <summary>Signs token, timestamp and nonce; used by the handshake and by plaintext mode.</summary>
    public string? Signature { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public string? Timestamp { get; init; }

    /// <summary>Any text.</summary>
    public string? Nonce { get; init; }

    /// <summary>What a handshake wants back.</summary>
    public string? EchoStr { get; init; }

    /// <summary><c>aes</c> in secure and compatible mode.</summary>
    public string? EncryptType { get; init; }

    /// <summary>Signs token, timestamp, nonce and <c>Encrypt</c>.</summary>
    public string? MsgSignature { get; init; }
}
