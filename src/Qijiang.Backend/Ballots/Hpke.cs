using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Qijiang.Backend.Ballots;

/// <summary>
/// Hybrid public key encryption, RFC 9180: base mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, one message a
/// context. No library that can be had brings it for .NET, so that it is put together here from the platform's ECDH, HKDF
/// and AES-GCM, and checked against vectors.
/// </summary>
internal static class Hpke
{
    /// <summary>Length of an encapsulated or public key: an uncompressed point.</summary>
    public const int PublicLength = 65;

    /// <summary>Length of a private key.</summary>
    public const int PrivateLength = 32;

    /// <summary>By how much a sealed message is longer than the message.</summary>
    public const int Overhead = PublicLength + Tag;

    private const int Tag = 16;
    private const int Nonce = 12;
    private const int Hash = 32;
    private static readonly byte[] _kem = [.. "KEM"u8, 0x00, 0x10];
    private static readonly byte[] _suite = [.. "HPKE"u8, 0x00, 0x10, 0x00, 0x01, 0x00, 0x02];

    public static (byte[] Public, byte[] Private) NewKeyPair()
    {
        using var pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var parameters = pair.ExportParameters(includePrivateParameters: true);
        return (Point(parameters), parameters.D!);
    }

    /// <summary>The public half of a private key.</summary>
    public static byte[] PublicOf(ReadOnlySpan<byte> privateKey)
    {
        using var key = Import(privateKey);
        return Point(key.ExportParameters(includePrivateParameters: false));
    }

    /// <summary>Whether bytes are a point on the curve.</summary>
    public static bool IsPublicKey(ReadOnlySpan<byte> bytes)
    {
        try
        {
            using var key = ImportPoint(bytes);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Seals a message to a public key: the encapsulated key, then the ciphertext with its tag.</summary>
    public static byte[] Seal(ReadOnlySpan<byte> recipient, ReadOnlySpan<byte> info, ReadOnlySpan<byte> aad, ReadOnlySpan<byte> plain)
    {
        using var ephemeral = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        using var to = ImportPoint(recipient);
        var enc = Point(ephemeral.ExportParameters(includePrivateParameters: false));
        var (key, nonce) = Schedule(ephemeral.DeriveRawSecretAgreement(to.PublicKey), enc, recipient, info);
        var sealedMessage = new byte[PublicLength + plain.Length + Tag];
        enc.CopyTo(sealedMessage.AsSpan());
        using var aes = new AesGcm(key, Tag);
        aes.Encrypt(nonce, plain, sealedMessage.AsSpan(PublicLength, plain.Length), sealedMessage.AsSpan(PublicLength + plain.Length), aad);
        return sealedMessage;
    }

    /// <summary>Opens what <see cref="Seal"/> gave; null where it was sealed to another key, for another place, or was changed.</summary>
    public static byte[]? Open(ReadOnlySpan<byte> privateKey, ReadOnlySpan<byte> info, ReadOnlySpan<byte> aad, ReadOnlySpan<byte> sealedMessage)
    {
        if (sealedMessage.Length < Overhead) return null;
        try
        {
            using var mine = Import(privateKey);
            using var ephemeral = ImportPoint(sealedMessage[..PublicLength]);
            var (key, nonce) = Schedule(
                mine.DeriveRawSecretAgreement(ephemeral.PublicKey), sealedMessage[..PublicLength], Point(mine.ExportParameters(includePrivateParameters: false)), info);
            var plain = new byte[sealedMessage.Length - Overhead];
            using var aes = new AesGcm(key, Tag);
            aes.Decrypt(nonce, sealedMessage[PublicLength..^Tag], sealedMessage[^Tag..], plain, aad);
            return plain;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // RFC 9180, 4.1 (ExtractAndExpand) and 5.1 (KeySchedule with an empty psk).
    private static (byte[] Key, byte[] Nonce) Schedule(byte[] dh, ReadOnlySpan<byte> enc, ReadOnlySpan<byte> recipient, ReadOnlySpan<byte> info)
    {
        var shared = Expand(_kem, Extract(_kem, [], "eae_prk", dh), "shared_secret", [.. enc, .. recipient], Hash);
        byte[] context = [0x00, .. Extract(_suite, [], "psk_id_hash", []), .. Extract(_suite, [], "info_hash", info)];
        var secret = Extract(_suite, shared, "secret", []);
        return (Expand(_suite, secret, "key", context, 32), Expand(_suite, secret, "base_nonce", context, Nonce));
    }

    private static byte[] Extract(byte[] suite, byte[] salt, string label, ReadOnlySpan<byte> material) =>
        HKDF.Extract(HashAlgorithmName.SHA256, [.. "HPKE-v1"u8, .. suite, .. Encoding.ASCII.GetBytes(label), .. material], salt);

    private static byte[] Expand(byte[] suite, byte[] key, string label, ReadOnlySpan<byte> info, int length)
    {
        var size = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(size, (ushort)length);
        return HKDF.Expand(HashAlgorithmName.SHA256, key, length, [.. size, .. "HPKE-v1"u8, .. suite, .. Encoding.ASCII.GetBytes(label), .. info]);
    }

    private static byte[] Point(ECParameters parameters) => [0x04, .. parameters.Q.X!, .. parameters.Q.Y!];

    private static ECDiffieHellman Import(ReadOnlySpan<byte> privateKey) =>
        ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = privateKey.ToArray() });

    private static ECDiffieHellman ImportPoint(ReadOnlySpan<byte> point) => point is [0x04, ..] && point.Length == PublicLength
        ? ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = point[1..33].ToArray(), Y = point[33..].ToArray() } })
        : throw new CryptographicException("not an uncompressed point");
}
