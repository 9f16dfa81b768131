namespace Qijiang.WeChat.Push;

/// <summary>Why a push is not taken. For logs and tests: the sender is told nothing of it.</summary>
public enum PushFault
{
    /// <summary>The signature is missing or not the one computed. Decided before anything is decrypted.</summary>
    SignatureMismatch,

    /// <summary>The signed timestamp is not a time, too old or too far ahead.</summary>
    Stale,

    /// <summary>The body is longer than allowed, or ended too early.</summary>
    BodyLength,

    /// <summary>The body holds no <c>Encrypt</c>: plaintext mode, or not a push at all.</summary>
    NotEncrypted,

    /// <summary>A handshake without <c>echostr</c>.</summary>
    EchoMissing,

    /// <summary><c>Encrypt</c> is not Base64.</summary>
    Base64Invalid,

    /// <summary>The ciphertext is empty or not a multiple of 16 bytes.</summary>
    CiphertextLength,

    /// <summary>The pad value is outside 1 to 32 or larger than the data, or the pad bytes differ.</summary>
    PaddingInvalid,

    /// <summary>The frame is shorter than its head, or its length points past its end.</summary>
    FrameLength,

    /// <summary>The AppID at the end of the frame is not exactly ours.</summary>
    AppIdMismatch,

    /// <summary>It comes from WeChat, but is not UTF-8, not well-formed, or XML with a document type. The one fault that is acknowledged.</summary>
    BodyInvalid,
}
