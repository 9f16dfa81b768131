using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Qijiang.Backend.PersonalData;

namespace Qijiang.Storage.Contracts;

/// <summary>Root keys in memory, for tests.</summary>
public sealed class InMemoryKeyPort : IKeyPort
{
    private readonly ConcurrentDictionary<string, byte[]> keys = new(StringComparer.Ordinal);

    public Task CreateAsync(string name, KeyUse use, CancellationToken cancel)
    {
        keys.GetOrAdd(name, _ => use == KeyUse.Wrap ? RandomNumberGenerator.GetBytes(32) : NewSigningKey());
        return Task.CompletedTask;
    }

    public Task<byte[]> WrapAsync(string name, ReadOnlyMemory<byte> secret, CancellationToken cancel) =>
        Task.FromResult(SealSuite.Seal(Read(name), secret.Span, Encoding.UTF8.GetBytes(name)));

    public Task<byte[]?> UnwrapAsync(string name, ReadOnlyMemory<byte> wrapped, CancellationToken cancel) =>
        Task.FromResult(keys[name] is { Length: > 0 } key ? SealSuite.Open(SealSuite.Current, key, wrapped.Span, Encoding.UTF8.GetBytes(name)) : null);

    public Task<byte[]> SignAsync(string name, ReadOnlyMemory<byte> data, CancellationToken cancel)
    {
        using var key = SigningKey(name);
        return Task.FromResult(key.SignData(data.Span, HashAlgorithmName.SHA256));
    }

    public Task<byte[]> GetPublicKeyAsync(string name, CancellationToken cancel)
    {
        using var key = SigningKey(name);
        return Task.FromResult(key.ExportSubjectPublicKeyInfo());
    }

    public Task DestroyAsync(string name, CancellationToken cancel)
    {
        keys[name] = [];
        return Task.CompletedTask;
    }

    private static byte[] NewSigningKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKey();
    }

    private byte[] Read(string name) =>
        !keys.TryGetValue(name, out var key) ? throw new InvalidOperationException($"root key '{name}' was never created here")
        : key is { Length: > 0 } ? key : throw new KeyDestroyedException(name);

    private ECDsa SigningKey(string name)
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(Read(name), out _);
        return key;
    }
}
