using Qijiang.Backend.PersonalData;

namespace Qijiang.Azure.PersonalData;

/// <summary>What became of a key's name in the vault.</summary>
internal abstract record VaultKey
{
    // Stored for ever, on keys in the vault.
    private const string Tag = "qijiang";

    /// <summary>The tag of a key that is about to be deleted: nobody uses it any more, and nobody takes it for an operator's mistake.</summary>
    public const string Destroying = "destroying";

    /// <summary>The tag of the placeholder that keeps a destroyed key's name.</summary>
    public const string Destroyed = "destroyed";

    private VaultKey() { }

    /// <summary>It can be used.</summary>
    public sealed record Present(JsonKey Key) : VaultKey;

    /// <summary>It was destroyed, see <see cref="IKeyPort.DestroyAsync"/>, or soon will be.</summary>
    public sealed record Gone : VaultKey;

    /// <summary>It was never there.</summary>
    public sealed record Absent : VaultKey;

    /// <summary>Looks a name up.</summary>
    /// <exception cref="InvalidOperationException">The key was deleted past this port, and can still be recovered: an outage, no destruction.</exception>
    public static async Task<VaultKey> LookAsync(KeyVaultClient client, string name, CancellationToken cancel)
    {
        if (await client.FindAsync(name, cancel) is { } key)
            return IsGone(key) ? new Gone() : new Present(key.Key);
        if (await client.FindDeletedAsync(name, cancel) is not { } deleted)
            return new Absent();
        return IsGone(deleted)
            ? new Gone()
            : throw new InvalidOperationException($"The vault's key '{name}' was deleted by somebody else: recover it, or everything under it is lost.");
    }

    public static string? TagOf(KeyBundle key) => key.Tags?.GetValueOrDefault(Tag);

    public static Dictionary<string, string> Tagged(string value) => new(StringComparer.Ordinal) { [Tag] = value };

    private static bool IsGone(KeyBundle key) => TagOf(key) is Destroying or Destroyed;
}
