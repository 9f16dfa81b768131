namespace Qijiang.WeChat.Push;

/// <summary>A key of the message push. It prints nothing of itself.</summary>
public sealed class EncodingAesKey
{
    private const int TextLength = 43;
    private readonly byte[] _key;

    private EncodingAesKey(byte[] key) => _key = key;

    /// <summary>The 32 bytes of the AES-256 key.</summary>
    internal byte[] Key => _key;

    /// <summary>The initialization vector of the scheme: the first 16 bytes of the key.</summary>
    internal ReadOnlySpan<byte> Vector => _key.AsSpan(0, 16);

    /// <summary>The key of the 43 letters and digits in WeChat's console; null where they are not that.</summary>
    /// <param name="text">What the console shows.</param>
    public static EncodingAesKey? TryParse(string? text) =>
        // The last character carries two bits that nobody uses and that need not be zero: Convert takes such keys, Base64.IsValid does not.
        text is { Length: TextLength } && text.All(char.IsAsciiLetterOrDigit) ? new(Convert.FromBase64String(text + "=")) : null;

    /// <summary>Never the key.</summary>
    public override string ToString() => "(key)";
}
