using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Qijiang.Standalone.Demo.FakeWeChat;

/// <summary>
/// Encrypts and signs as WeChat does. Written apart from the receiving side on purpose, so that a mistake there is not made
/// here as well and goes unseen.
/// </summary>
/// <param name="account">The mini-program.</param>
internal sealed class FakeEnvelope(FakeAccount account)
{
    public string Encrypt(string message)
    {
        using var frame = new MemoryStream();
        Span<byte> length = stackalloc byte[4];
        var bytes = Encoding.UTF8.GetBytes(message);
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        frame.Write(RandomNumberGenerator.GetBytes(16));
        frame.Write(length);
        frame.Write(bytes);
        frame.Write(Encoding.ASCII.GetBytes(account.AppId));
        var pad = 32 - (int)(frame.Length % 32);
        frame.Write([.. Enumerable.Repeat((byte)pad, pad)]);
        using var aes = Aes.Create();
        aes.Key = Convert.FromBase64String(account.EncodingAesKey + "=");
        return Convert.ToBase64String(aes.EncryptCbc(frame.ToArray(), aes.Key[..16], PaddingMode.None));
    }

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "WeChat's protocol; there is no other.")]
    public string Sign(params string[] parts)
    {
        string[] all = [account.Token, .. parts];
        Array.Sort(all, string.CompareOrdinal);
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Join("", all))));
    }
}
