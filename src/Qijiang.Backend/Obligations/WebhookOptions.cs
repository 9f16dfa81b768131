using System.Diagnostics.CodeAnalysis;

namespace Qijiang.Backend.Obligations;

/// <summary>Where reminders are posted to, and what signs them.</summary>
public sealed class WebhookOptions
{
    /// <summary>The prefix of a secret, as Standard Webhooks has it.</summary>
    public const string SecretPrefix = "whsec_";

    private const int MinSecretBytes = 24;

    /// <summary>The address; https, or this machine.</summary>
    public Uri? Address { get; set; }

    /// <summary>The shared secret: <c>whsec_</c> and 24 to 64 bytes in Base64.</summary>
    public string? Secret { get; set; }

    /// <summary>The bytes of the secret.</summary>
    internal static bool TryReadSecret(string? secret, [NotNullWhen(true)] out byte[]? key)
    {
        key = null;
        if (secret?.StartsWith(SecretPrefix, StringComparison.Ordinal) is not true) return false;
        var bytes = new byte[64];
        if (!Convert.TryFromBase64String(secret[SecretPrefix.Length..], bytes, out var length) || length < MinSecretBytes) return false;
        key = bytes[..length];
        return true;
    }
}
