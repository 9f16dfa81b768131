using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Qijiang.Backend.PersonalData;

namespace Qijiang.Azure.PersonalData;

/// <summary>
/// Root keys in Azure Key Vault. Wrapping is RSA-OAEP-256 under 3,072 bits, the smallest that takes 256 bytes; signing is
/// ES256. A destroyed key leaves a placeholder of its name, tagged so, which can do nothing but verify.
/// </summary>
/// <remarks>
/// The identity needs get, create, update, delete, purge, wrapKey, unwrapKey and sign on keys. A vault with purge protection
/// keeps what was deleted until its retention ends: <see cref="DestroyAsync"/> then says so instead of promising. Let no
/// policy of the vault rotate a signing key: its public half is published once. Of a wrapping key every version stays usable.
/// Outages and missing permissions come as <see cref="RequestFailedException"/>.
/// </remarks>
public sealed class KeyVaultKeyPort : IKeyPort
{
    private const int MaxSecretBytes = 256;
    private const int MaxNameLength = 127;
    private const string WrapAlgorithm = WrappedSecret.Suite;
    private const string SignAlgorithm = "ES256";

    private readonly ConcurrentDictionary<string, JsonKey> current = new(StringComparer.Ordinal);
    private readonly KeyVaultClient client;
    private readonly KeyDestruction destruction;

    /// <summary>Keys of one vault.</summary>
    /// <param name="vault">The vault's address.</param>
    /// <param name="credential">Who calls.</param>
    /// <param name="options">How; what passes is never logged, whatever they say.</param>
    /// <param name="time">Technical time.</param>
    public KeyVaultKeyPort(Uri vault, TokenCredential credential, KeyVaultOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(vault);
        ArgumentNullException.ThrowIfNull(options);
        options.Diagnostics.IsLoggingContentEnabled = false;
        var scope = options.Scope ?? $"https://{vault.Host[(vault.Host.IndexOf('.', StringComparison.Ordinal) + 1)..]}/.default";
        client = new(vault, HttpPipelineBuilder.Build(options, new BearerTokenAuthenticationPolicy(credential, scope)));
        destruction = new(client, time, options.LongestDestruction);
    }

    /// <inheritdoc/>
    public async Task CreateAsync(string name, KeyUse use, CancellationToken cancel)
    {
        CheckName(name);
        var kind = use == KeyUse.Wrap
            ? new NewKey("RSA", 3072, null, ["wrapKey", "unwrapKey"], VaultKey.Tagged("wrap"))
            : new NewKey("EC", null, "P-256", ["sign", "verify"], VaultKey.Tagged("sign"));
        switch (await VaultKey.LookAsync(client, name, cancel))
        {
            case VaultKey.Absent:
                _ = await client.CreateAsync(name, kind, cancel) ?? throw new KeyDestroyedException(name);
                break;
            // An HSM's key is of kind RSA-HSM or EC-HSM.
            case VaultKey.Present { Key: var key } when !key.Kty.StartsWith(kind.Kty, StringComparison.Ordinal):
                throw new InvalidOperationException($"The vault's key '{name}' is of kind {key.Kty}: it can't be used to {use}.");
        }
    }

    /// <inheritdoc/>
    /// <exception cref="KeyDestroyedException">The key was destroyed.</exception>
    public async Task<byte[]> WrapAsync(string name, ReadOnlyMemory<byte> secret, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(secret.Length, MaxSecretBytes);
        var (version, ciphertext) = await OperateAsync(name, "wrapkey", WrapAlgorithm, secret, cancel);
        return new WrappedSecret(version, ciphertext).ToBytes();
    }

    /// <inheritdoc/>
    public async Task<byte[]?> UnwrapAsync(string name, ReadOnlyMemory<byte> wrapped, CancellationToken cancel)
    {
        CheckName(name);
        var secret = WrappedSecret.Parse(wrapped);
        try
        {
            if (await client.OperateAsync(name, secret.Version, "unwrapkey", WrapAlgorithm, secret.Ciphertext, cancel) is { } plain)
                return plain;
        }
        catch (RequestFailedException e) when (e.Status == 400)
        {
            throw new CryptographicException($"It was not wrapped under '{name}', or was changed.", e);
        }

        return await VaultKey.LookAsync(client, name, cancel) switch
        {
            VaultKey.Gone => null,
            VaultKey.Absent => throw NeverCreated(name),
            _ => throw new CryptographicException($"It was not wrapped under '{name}': that has no version {secret.Version}."),
        };
    }

    /// <inheritdoc/>
    /// <exception cref="KeyDestroyedException">The key was destroyed.</exception>
    public async Task<byte[]> SignAsync(string name, ReadOnlyMemory<byte> data, CancellationToken cancel) =>
        (await OperateAsync(name, "sign", SignAlgorithm, SHA256.HashData(data.Span), cancel)).Result;

    /// <inheritdoc/>
    /// <exception cref="KeyDestroyedException">The key was destroyed.</exception>
    public async Task<byte[]> GetPublicKeyAsync(string name, CancellationToken cancel)
    {
        CheckName(name);
        if (await CurrentAsync(name, cancel) is not { X: { } x, Y: { } y })
            throw new InvalidOperationException($"The vault's key '{name}' is no signing key.");
        using var key = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Base64Url.DecodeFromChars(x), Y = Base64Url.DecodeFromChars(y) },
        });
        return key.ExportSubjectPublicKeyInfo();
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The vault has purge protection: the key is deleted, and destroyed only at the date named.</exception>
    /// <exception cref="TimeoutException">The vault is not done yet: ask again.</exception>
    public async Task DestroyAsync(string name, CancellationToken cancel)
    {
        CheckName(name);
        current.TryRemove(name, out _);
        await destruction.DestroyAsync(name, cancel);
    }

    private async Task<(string Version, byte[] Result)> OperateAsync(
        string name, string operation, string algorithm, ReadOnlyMemory<byte> value, CancellationToken cancel)
    {
        CheckName(name);
        var key = await CurrentAsync(name, cancel);
        if (await client.OperateAsync(name, key.Version, operation, algorithm, value, cancel) is { } result)
            return (key.Version, result);
        // The version that was known is gone: destroyed elsewhere, or the vault was restored.
        current.TryRemove(name, out _);
        key = await CurrentAsync(name, cancel);
        return (key.Version, await client.OperateAsync(name, key.Version, operation, algorithm, value, cancel) ?? throw new KeyDestroyedException(name));
    }

    private async Task<JsonKey> CurrentAsync(string name, CancellationToken cancel) =>
        current.TryGetValue(name, out var known) ? known : await VaultKey.LookAsync(client, name, cancel) switch
        {
            VaultKey.Present { Key: var key } => current.GetOrAdd(name, key),
            VaultKey.Gone => throw new KeyDestroyedException(name),
            VaultKey.Absent => throw NeverCreated(name),
            _ => throw new UnreachableException(),
        };

    private static InvalidOperationException NeverCreated(string name) => new($"The key '{name}' was never created in this vault.");

    private static void CheckName(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name.Length > MaxNameLength || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            throw new ArgumentException($"'{name}' can't name a key in a vault: up to {MaxNameLength} letters, digits and hyphens.", nameof(name));
    }
}
