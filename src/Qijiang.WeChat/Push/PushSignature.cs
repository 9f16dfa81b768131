using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Qijiang.WeChat.Push;

/// <summary>WeChat's signature of a few strings: sorted ordinally, concatenated, SHA-1, lower-case hex.</summary>
public static class PushSignature
{
    /// <summary>The signature of these strings; their order does not matter.</summary>
    /// <param name="parts">The token among them.</param>
    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "WeChat's protocol; there is no other.")]
    public static string Of(params IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(parts.Order(StringComparer.Ordinal)))));

    /// <summary>Whether a signature is the one of these strings, in a time that tells nothing. A missing one is not.</summary>
    /// <param name="given">The signature that came.</param>
    /// <param name="parts">What it should sign.</param>
    public static bool Matches(string? given, params IEnumerable<string> parts) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given ?? ""), Encoding.UTF8.GetBytes(Of(parts)));
}
