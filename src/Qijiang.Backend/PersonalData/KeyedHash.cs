using System.Security.Cryptography;
using System.Text;

namespace Qijiang.Backend.PersonalData;

/// <summary>Hashes under the installation's look-up key: for finding a person by openid or sign-in name, and for recognising the same request, without storing either.</summary>
public sealed class KeyedHash(DataKeys keys)
{
    /// <summary>HMAC-SHA-256 of purpose and text, in lower-case hex (64 characters).</summary>
    /// <param name="purpose">What it is for; the same text hashes differently for each purpose.</param>
    /// <param name="text">What is hashed.</param>
    /// <param name="cancel">Stops waiting for the key.</param>
    public ValueTask<string> OfAsync(string purpose, string text, CancellationToken cancel) => OfAsync(purpose, Encoding.UTF8.GetBytes(text), cancel);

    /// <summary>HMAC-SHA-256 of purpose and bytes, in lower-case hex (64 characters).</summary>
    /// <param name="purpose">What it is for.</param>
    /// <param name="bytes">What is hashed.</param>
    /// <param name="cancel">Stops waiting for the key.</param>
    public async ValueTask<string> OfAsync(string purpose, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        var key = await keys.GetOrCreateAsync(KeyOwner.Lookups, cancel);
        return Convert.ToHexStringLower(HMACSHA256.HashData(key.AsSpan(), (ReadOnlySpan<byte>)[.. Encoding.UTF8.GetBytes(purpose), 0, .. bytes.Span]));
    }
}
