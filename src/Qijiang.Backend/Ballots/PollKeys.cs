using System.Buffers.Binary;
using Qijiang.Backend.PersonalData;
using Qijiang.Backend.Storage;
using Qijiang.Core.Ballots;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Ballots;

/// <summary>
/// The keys of polls, wrapped by the key port's root key <see cref="RootKey"/>, in the store of keys. Never cached: a
/// destroyed key is gone at once, everywhere. A destroyed key leaves a tombstone, so that it is never made anew.
/// </summary>
public sealed class PollKeys(KeyRows rows, IKeyPort port)
{
    /// <summary>The root key that wraps the keys of polls.</summary>
    public const string RootKey = "polls";

    private const byte Kept = (byte)'K';
    private static readonly byte[] _destroyed = "D"u8.ToArray();

    /// <summary>Makes a key where there is none yet, and gives its public half: of the one made first.</summary>
    /// <param name="congress">The congress.</param>
    /// <param name="poll">The poll.</param>
    /// <param name="key">Which key.</param>
    /// <param name="make">Makes the two halves; a symmetric key has an empty public one.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="KeyGoneException">The key was destroyed.</exception>
    public async Task<byte[]> EnsureAsync(CongressId congress, PollId poll, PollKey key, Func<(byte[] Public, byte[] Secret)> make, CancellationToken cancel)
    {
        while (true)
        {
            if (await rows.Store.GetAsync(BoxPlaces.Keys, BoxPlaces.Of(congress, poll), NameOf(key), cancel) is { } row)
                return IsDestroyed(row) ? throw Gone(poll, key) : PublicOf(row).ToArray();
            await port.CreateAsync(RootKey, KeyUse.Wrap, cancel);
            var (open, secret) = make();
            var wrapped = await port.WrapAsync(RootKey, secret, cancel);
            Array.Clear(secret);
            var length = new byte[2];
            BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)open.Length);
            await rows.Store.CommitAsync(
                BoxPlaces.Keys, BoxPlaces.Of(congress, poll), [new Change.Insert(NameOf(key), (byte[])[Kept, .. length, .. open, .. wrapped])], [], cancel);
        }
    }

    /// <summary>The secret half; null where the key was destroyed, was never made, or the root key is gone.</summary>
    /// <param name="congress">The congress.</param>
    /// <param name="poll">The poll.</param>
    /// <param name="key">Which key.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<byte[]?> FindAsync(CongressId congress, PollId poll, PollKey key, CancellationToken cancel)
    {
        if (await rows.Store.GetAsync(BoxPlaces.Keys, BoxPlaces.Of(congress, poll), NameOf(key), cancel) is not { } row || IsDestroyed(row)) return null;
        return await port.UnwrapAsync(RootKey, row.Data[(3 + PublicOf(row).Length)..], cancel);
    }

    /// <summary>Destroys a key for good. Safe to ask again.</summary>
    /// <param name="congress">The congress.</param>
    /// <param name="poll">The poll.</param>
    /// <param name="key">Which key.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task DestroyAsync(CongressId congress, PollId poll, PollKey key, CancellationToken cancel) =>
        rows.Store.CommitAsync(BoxPlaces.Keys, BoxPlaces.Of(congress, poll), [new Change.Upsert(NameOf(key), _destroyed)], [], cancel);

    private static bool IsDestroyed(Row row) => row.Data.Span.SequenceEqual(_destroyed);

    private static ReadOnlySpan<byte> PublicOf(Row row) => row.Data.Span.Slice(3, BinaryPrimitives.ReadUInt16BigEndian(row.Data.Span[1..]));

    private static KeyGoneException Gone(PollId poll, PollKey key) => new($"the {NameOf(key)} key of poll {poll} was destroyed");

    private static string NameOf(PollKey key) => key switch
    {
        PollKey.Box => "box",
        PollKey.Links => "links",
        PollKey.Recount => "recount",
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "an unknown key"),
    };
}
