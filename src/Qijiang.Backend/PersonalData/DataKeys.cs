using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Memory;
using Qijiang.Backend.Storage;

namespace Qijiang.Backend.PersonalData;

/// <summary>
/// The data keys, one for each person and each stream: 256 random bits, wrapped by the root key and kept in a store of
/// their own. A destroyed key leaves a tombstone, so that it is never made anew under the same name.
/// </summary>
public sealed class DataKeys(KeyRows rows, IKeyPort port, TimeProvider time) : IDisposable
{
    /// <summary>The root key that wraps data keys.</summary>
    public const string RootKey = "data";

    private const string Table = "keys";
    private const string Row = "key";
    private static readonly TimeSpan _cachedFor = TimeSpan.FromMinutes(5);   // another instance's destruction is seen after this at the latest
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = 20_000, Clock = new CacheClock(time) });
    private volatile Task? _root;

    private static ReadOnlySpan<byte> Tombstone => "destroyed"u8;

    /// <summary>The key of this owner, made where there is none yet.</summary>
    /// <exception cref="KeyDestroyedException">The key was destroyed; nothing more can be written under it.</exception>
    public async ValueTask<byte[]> GetOrCreateAsync(KeyOwner owner, CancellationToken cancel)
    {
        if (_cache.TryGetValue(owner.Name, out byte[]? cached)) return cached!;
        if (await ReadAsync(owner, cancel) is { } known) return known.Length > 0 ? known : throw new KeyDestroyedException(owner.Name);

        await EnsureRootAsync();
        var key = RandomNumberGenerator.GetBytes(32);
        var wrapped = await port.WrapAsync(RootKey, key, cancel);
        var commit = await rows.Store.CommitAsync(Table, owner.Name, [new Change.Insert(Row, wrapped)], [], cancel);
        if (commit is CommitResult.Committed) return Cache(owner, key);
        return await ReadAsync(owner, cancel) is { Length: > 0 } won ? won : throw new KeyDestroyedException(owner.Name);
    }

    /// <summary>The key of this owner; null where there is none or it was destroyed.</summary>
    public async ValueTask<byte[]?> FindAsync(KeyOwner owner, CancellationToken cancel)
    {
        if (_cache.TryGetValue(owner.Name, out byte[]? cached)) return cached;
        return await ReadAsync(owner, cancel) is { Length: > 0 } key ? key : null;
    }

    /// <summary>Whether the key of this owner was there and is destroyed.</summary>
    public async ValueTask<bool> IsDestroyedAsync(KeyOwner owner, CancellationToken cancel) =>
        !_cache.TryGetValue(owner.Name, out byte[]? _) && await ReadAsync(owner, cancel) is { Length: 0 };

    /// <summary>Destroys the key, and with it all that was written under it. Safe to ask again.</summary>
    public async Task DestroyAsync(KeyOwner owner, CancellationToken cancel)
    {
        await rows.Store.CommitAsync(Table, owner.Name, [new Change.Upsert(Row, Tombstone.ToArray())], [], cancel);
        _cache.Remove(owner.Name);
    }

    /// <summary>Null: no row. Empty: destroyed.</summary>
    private async ValueTask<byte[]?> ReadAsync(KeyOwner owner, CancellationToken cancel)
    {
        if (await rows.Store.GetAsync(Table, owner.Name, Row, cancel) is not { } row) return null;
        if (row.Data.Span.SequenceEqual(Tombstone)) return [];
        await EnsureRootAsync();
        return await port.UnwrapAsync(RootKey, row.Data, cancel) is { } key ? Cache(owner, key) : [];
    }

    /// <summary>Asks for the root key until it was there once: an outage at the first try is not kept.</summary>
    private Task EnsureRootAsync() =>
        _root is { IsFaulted: false, IsCanceled: false } known ? known : _root = port.CreateAsync(RootKey, KeyUse.Wrap, CancellationToken.None);

    private byte[] Cache(KeyOwner owner, byte[] key) =>
        _cache.Set(owner.Name, key, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = _cachedFor });

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();

    private sealed class CacheClock(TimeProvider time) : Microsoft.Extensions.Internal.ISystemClock
    {
        public DateTimeOffset UtcNow => time.GetUtcNow();
    }
}
