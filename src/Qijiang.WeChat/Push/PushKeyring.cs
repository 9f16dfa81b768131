namespace Qijiang.WeChat.Push;

/// <summary>
/// The tokens and keys in force: the current ones and, while they are being changed in WeChat's console, the ones before,
/// so that a change loses nothing.
/// </summary>
public sealed class PushKeyring
{
    private readonly string[] _tokens;
    private readonly EncodingAesKey[] _keys;

    /// <summary>Takes them from settings that were checked.</summary>
    /// <param name="options">The settings.</param>
    /// <exception cref="ArgumentException">A key is malformed: the settings were not checked.</exception>
    public PushKeyring(WeChatOptions options)
    {
        AppId = options.AppId;
        _tokens = [.. Set(options.Token, options.PreviousToken)];
        _keys = [.. Set(options.EncodingAesKey, options.PreviousEncodingAesKey)
            .Select(text => EncodingAesKey.TryParse(text) ?? throw new ArgumentException("an EncodingAesKey is malformed", nameof(options)))];
    }

    /// <summary>Our own AppID.</summary>
    public string AppId { get; }

    /// <summary>The token with which a signature was made over these strings; null: with none of ours.</summary>
    /// <param name="signature">The signature that came.</param>
    /// <param name="parts">What it should sign besides the token; null where one is missing.</param>
    public string? SignedWith(string? signature, params IEnumerable<string?> parts) =>
        parts.Contains(null) ? null : _tokens.FirstOrDefault(token => PushSignature.Matches(signature, [token, .. parts!]));

    /// <summary>Checks the signature of an encrypted push, then decrypts it with the current key, then with the one before.</summary>
    /// <param name="query">The query of the push.</param>
    /// <param name="encrypt">The <c>Encrypt</c> of its body.</param>
    public PushOpening Open(PushQuery query, string encrypt)
    {
        if (SignedWith(query.MsgSignature, query.Timestamp, query.Nonce, encrypt) is not { } token) return new PushOpening.Refused(PushFault.SignatureMismatch);
        PushFault? first = null;
        foreach (var key in _keys)
        {
            if (PushCipher.TryDecrypt(key, AppId, encrypt, out var message) is not { } fault) return new PushOpening.Opened(message, new(token, key));
            first ??= fault;
        }
        return new PushOpening.Refused(first!.Value);
    }

    private static IEnumerable<string> Set(params IEnumerable<string?> texts) => texts.OfType<string>().Where(text => text.Length > 0);
}
