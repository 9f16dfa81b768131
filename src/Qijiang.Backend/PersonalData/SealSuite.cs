using System.Security.Cryptography;

namespace Qijiang.Backend.PersonalData;

/// <summary>Ciphers that seal texts, by name, so that another (SM4) can follow without a redesign.</summary>
public static class SealSuite
{
    /// <summary>The suite of new texts: AES-256-GCM; nonce (12 bytes), ciphertext, tag (16 bytes).</summary>
    public const string Current = "A256GCM";

    private const int Nonce = 12;
    private const int Tag = 16;

    /// <summary>Seals bytes under a key of 256 bits.</summary>
    /// <param name="key">The key.</param>
    /// <param name="plain">What to seal.</param>
    /// <param name="place">Where it stands; it opens nowhere else.</param>
    public static byte[] Seal(byte[] key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> place)
    {
        var result = new byte[Nonce + plain.Length + Tag];
        RandomNumberGenerator.Fill(result.AsSpan(0, Nonce));
        using var aes = new AesGcm(key, Tag);
        aes.Encrypt(result.AsSpan(0, Nonce), plain, result.AsSpan(Nonce, plain.Length), result.AsSpan(Nonce + plain.Length), place);
        return result;
    }

    /// <summary>Opens what was sealed.</summary>
    /// <param name="suite">The suite's name, as it stands beside the ciphertext.</param>
    /// <param name="key">The key.</param>
    /// <param name="closed">What <see cref="Seal"/> gave.</param>
    /// <param name="place">Where it stands.</param>
    /// <exception cref="NotSupportedException">No such suite.</exception>
    /// <exception cref="CryptographicException">Another key, another place, or changed bytes.</exception>
    public static byte[] Open(string suite, byte[] key, ReadOnlySpan<byte> closed, ReadOnlySpan<byte> place)
    {
        if (suite != Current) throw new NotSupportedException($"seal suite '{suite}' is not known");
        if (closed.Length < Nonce + Tag) throw new CryptographicException("too short to be sealed");
        var plain = new byte[closed.Length - Nonce - Tag];
        using var aes = new AesGcm(key, Tag);
        aes.Decrypt(closed[..Nonce], closed[Nonce..^Tag], closed[^Tag..], plain, place);
        return plain;
    }
}
