namespace Qijiang.WeChat.Push;

/// <summary>The token and the key of one push: the ones that proved right, so that a reply uses the same.</summary>
/// <param name="Token">Signs.</param>
/// <param name="Key">Encrypts.</param>
public sealed record PushSecret(string Token, EncodingAesKey Key)
{
    /// <summary>Never the token or the key.</summary>
    public override string ToString() => "(secret)";
}
