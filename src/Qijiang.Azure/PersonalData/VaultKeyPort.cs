using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Qijiang.Backend.PersonalData;

namespace Qijiang.Azure.PersonalData;

/// <summary>
/// Root keys in Azure Key Vault: RSA keys wrap (RSA-OAEP-256), P-256 keys sign (ES256); no private key ever leaves it. The
/// deployment makes the keys (infra/bicep), and the app may only use them. What is wrapped names its suite and key version in a
/// first line, so that a rotated key still opens what its older versions closed; the newest version is taken at the next start.
/// </summary>
/// <param name="vault">The vault's address.</param>
/// <param name="credential">Who uses the keys.</param>
/// <param name="transport">Carries the requests; null: HTTPS.</param>
public sealed class VaultKeyPort(Uri vault, TokenCredential credential, HttpPipelineTransport? transport = null) : IKeyPort
{
    private const string WrapSuite = "RSA-OAEP-256";
    private const int MaxSecret = 256;
    private readonly VaultApi _api = new(vault, credential, transport);
    private readonly ConcurrentDictionary<string, VaultKey> _known = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The vault has no such key, or one for another use: the deployment has to make it.</exception>
    public async Task CreateAsync(string name, KeyUse use, CancellationToken cancel)
    {
        var key = await CurrentAsync(name, cancel);
        if (key.Signs != (use == KeyUse.Sign)) throw new InvalidOperationException($"The vault's key '{name}' is not one to {(use == KeyUse.Sign ? "sign" : "wrap")} with.");
    }

    /// <inheritdoc/>
    public async Task<byte[]> WrapAsync(string name, ReadOnlyMemory<byte> secret, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(secret.Length, MaxSecret);
        var key = await CurrentAsync(name, cancel);
        var wrapped = await _api.UseAsync(name, key.Version, "wrapkey", WrapSuite, secret, cancel) ?? throw new KeyDestroyedException(name);
        return [.. Encoding.ASCII.GetBytes($"{WrapSuite} {key.Version}\n"), .. wrapped];
    }

    /// <inheritdoc/>
    public async Task<byte[]?> UnwrapAsync(string name, ReadOnlyMemory<byte> wrapped, CancellationToken cancel)
    {
        var end = wrapped.Span.IndexOf((byte)'\n');
        if (end < 0 || Encoding.ASCII.GetString(wrapped.Span[..end]).Split(' ') is not [WrapSuite, { Length: > 0 } version])
            throw new CryptographicException("It names no suite and key version: the vault did not wrap it.");
        try
        {
            return await _api.UseAsync(name, version, "unwrapkey", WrapSuite, wrapped[(end + 1)..], cancel);
        }
        catch (RequestFailedException e) when (e.Status == 400)
        {
            throw new CryptographicException($"It was not wrapped under the key '{name}', or was changed.", e);
        }
    }

    /// <inheritdoc/>
    public async Task<byte[]> SignAsync(string name, ReadOnlyMemory<byte> data, CancellationToken cancel)
    {
        var key = await CurrentAsync(name, cancel);
        return await _api.UseAsync(name, key.Version, "sign", "ES256", SHA256.HashData(data.Span), cancel) ?? throw new KeyDestroyedException(name);
    }

    /// <inheritdoc/>
    public async Task<byte[]> GetPublicKeyAsync(string name, CancellationToken cancel)
    {
        var key = await CurrentAsync(name, cancel);
        using var verifying = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Base64Url.DecodeFromChars(key.X), Y = Base64Url.DecodeFromChars(key.Y) },
        });
        return verifying.ExportSubjectPublicKeyInfo();
    }

    /// <inheritdoc/>
    /// <remarks>The vault keeps a deleted key until its retention ends; the app's own role does not allow it to delete one.</remarks>
    public async Task DestroyAsync(string name, CancellationToken cancel)
    {
        await _api.DeleteAsync(name, cancel);
        _known.TryRemove(name, out _);
    }

    private async ValueTask<VaultKey> CurrentAsync(string name, CancellationToken cancel) =>
        _known.TryGetValue(name, out var known)
            ? known
            : _known.GetOrAdd(name, await _api.FindAsync(name, cancel) ?? throw new InvalidOperationException($"The vault has no key '{name}'; the deployment has to make it."));
}
