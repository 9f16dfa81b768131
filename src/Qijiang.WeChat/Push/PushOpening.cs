namespace Qijiang.WeChat.Push;

/// <summary>What came of opening an encrypted push.</summary>
public abstract record PushOpening
{
    private PushOpening() { }

    /// <summary>It comes from WeChat and is meant for us.</summary>
    /// <param name="Message">The decrypted bytes; may be empty, may be anything.</param>
    /// <param name="Secret">The token and the key that proved right.</param>
    public sealed record Opened(ReadOnlyMemory<byte> Message, PushSecret Secret) : PushOpening;

    /// <summary>It is not taken.</summary>
    /// <param name="Fault">The first check that failed.</param>
    public sealed record Refused(PushFault Fault) : PushOpening;
}
