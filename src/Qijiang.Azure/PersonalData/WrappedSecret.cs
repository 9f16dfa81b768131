using System.Security.Cryptography;
using System.Text;

namespace Qijiang.Azure.PersonalData;

/// <summary>
/// What <see cref="KeyVaultKeyPort"/> gives as wrapped: <c>suite.version.</c> in ASCII, then the ciphertext. Kept for ever:
/// a new suite gets a new name.
/// </summary>
/// <param name="Version">The version of the vault's key.</param>
/// <param name="Ciphertext">The ciphertext.</param>
internal sealed record WrappedSecret(string Version, ReadOnlyMemory<byte> Ciphertext)
{
    /// <summary>The one suite there is.</summary>
    public const string Suite = "RSA-OAEP-256";

    private const byte Dot = (byte)'.';

    public byte[] ToBytes() => [.. Encoding.ASCII.GetBytes($"{Suite}.{Version}."), .. Ciphertext.Span];

    public static WrappedSecret Parse(ReadOnlyMemory<byte> bytes)
    {
        var start = Suite.Length + 1;
        var length = bytes.Length > start ? bytes.Span[start..].IndexOf(Dot) : -1;
        if (length <= 0 || bytes.Span[start - 1] != Dot || !bytes.Span[..(start - 1)].SequenceEqual(Encoding.ASCII.GetBytes(Suite)))
            throw new CryptographicException($"Not a secret that was wrapped by {Suite} in a vault.");
        var version = Encoding.ASCII.GetString(bytes.Span.Slice(start, length));
        // It becomes part of an address.
        if (!version.All(char.IsAsciiLetterOrDigit))
            throw new CryptographicException("The version of the key that wrapped this secret is none.");
        return new WrappedSecret(version, bytes[(start + length + 1)..]);
    }
}
