using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Qijiang.WeChat.Push;

/// <summary>
/// WeChat's encryption of a push: AES-256-CBC over <c>random(16) | length(4, big-endian) | message | appid</c>, padded to
/// blocks of 32 bytes, not of AES's 16, which is why padding is done by hand. It protects no integrity: check the signature first.
/// </summary>
public static class PushCipher
{
    /// <summary>Bytes of the random head of a frame.</summary>
    public const int RandomLength = 16;

    private const int HeadLength = RandomLength + sizeof(uint);
    private const int PadBlock = 32;

    /// <summary>Encrypts a message, as Base64.</summary>
    /// <param name="key">The key.</param>
    /// <param name="appId">The AppID at the end of the frame.</param>
    /// <param name="random">16 random bytes.</param>
    /// <param name="message">The message, UTF-8.</param>
    public static string Encrypt(EncodingAesKey key, string appId, ReadOnlySpan<byte> random, ReadOnlySpan<byte> message)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(random.Length, RandomLength);
        var length = HeadLength + message.Length + Encoding.UTF8.GetByteCount(appId);
        var pad = PadBlock - (length % PadBlock);
        var frame = new byte[length + pad];
        random.CopyTo(frame);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(RandomLength), (uint)message.Length);
        message.CopyTo(frame.AsSpan(HeadLength));
        Encoding.UTF8.GetBytes(appId, frame.AsSpan(HeadLength + message.Length));
        frame.AsSpan(length).Fill((byte)pad);
        using var aes = Aes.Create();
        aes.Key = key.Key;
        return Convert.ToBase64String(aes.EncryptCbc(frame, key.Vector, PaddingMode.None));
    }

    /// <summary>Decrypts what was signed. Whatever comes is answered, never thrown at.</summary>
    /// <param name="key">The key to try.</param>
    /// <param name="appId">Our own AppID.</param>
    /// <param name="encrypt">The Base64 of the push.</param>
    /// <param name="message">The message, where there is no fault.</param>
    /// <returns>The first fault, or null.</returns>
    public static PushFault? TryDecrypt(EncodingAesKey key, string appId, string encrypt, out ReadOnlyMemory<byte> message)
    {
        message = default;
        var sealedFrame = new byte[encrypt.Length];
        if (!Convert.TryFromBase64String(encrypt, sealedFrame, out var length)) return PushFault.Base64Invalid;
        if (length == 0 || length % 16 != 0) return PushFault.CiphertextLength;

        using var aes = Aes.Create();
        aes.Key = key.Key;
        var padded = aes.DecryptCbc(sealedFrame.AsSpan(0, length), key.Vector, PaddingMode.None);
        var pad = padded[^1];
        if (pad is 0 or > PadBlock || pad > padded.Length || padded.AsSpan(padded.Length - pad).ContainsAnyExcept(pad)) return PushFault.PaddingInvalid;

        var frame = padded.AsMemory(0, padded.Length - pad);
        if (frame.Length < HeadLength) return PushFault.FrameLength;
        var said = BinaryPrimitives.ReadUInt32BigEndian(frame.Span[RandomLength..]);
        if (said > (uint)(frame.Length - HeadLength)) return PushFault.FrameLength;
        if (!frame.Span[(HeadLength + (int)said)..].SequenceEqual(Encoding.UTF8.GetBytes(appId))) return PushFault.AppIdMismatch;

        message = frame.Slice(HeadLength, (int)said);
        return null;
    }
}
