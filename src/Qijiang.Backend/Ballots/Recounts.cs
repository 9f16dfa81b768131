using System.Security.Cryptography;
using System.Text;
using Qijiang.Backend.Storage;
using Qijiang.Core.Ballots;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Ballots;

/// <summary>
/// The evidence of a tally, in <c>sealed-1</c> the opened ballots sorted by content, kept sealed under a key of its own
/// until its retention ends (ARC-06). Opened for a recount only.
/// </summary>
public sealed class Recounts(IRowStore rows, PollKeys keys, IBallotScheme scheme)
{
    private const string Key = "evidence";

    /// <summary>Counts again; null where the evidence was destroyed or was never kept.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="InvalidDataException">The evidence does not hold.</exception>
    public async Task<TallyCounts?> CountAgainAsync(PollFrame frame, CancellationToken cancel)
    {
        if (await keys.FindAsync(frame.Congress, frame.Poll, PollKey.Recount, cancel) is not { } key) return null;
        if (await rows.GetAsync(BoxPlaces.Recounts, BoxPlaces.Of(frame), Key, cancel) is not { } row) return null;
        return scheme.CountAgain(frame, PollSeal.Open(key, row.Data.Span, Place(frame))) ?? throw new InvalidDataException($"the evidence of poll {frame.Poll} does not hold");
    }

    /// <summary>Destroys the evidence when its retention ends. Safe to ask again.</summary>
    /// <param name="congress">The congress.</param>
    /// <param name="poll">The poll.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task DestroyAsync(CongressId congress, PollId poll, CancellationToken cancel) => keys.DestroyAsync(congress, poll, PollKey.Recount, cancel);

    /// <summary>Keeps the evidence. Kept before, it stays as it was: a tally run again has the same.</summary>
    internal async Task KeepAsync(PollFrame frame, ReadOnlyMemory<byte> evidence, CancellationToken cancel)
    {
        await keys.EnsureAsync(frame.Congress, frame.Poll, PollKey.Recount, () => ([], RandomNumberGenerator.GetBytes(32)), cancel);
        var key = await keys.FindAsync(frame.Congress, frame.Poll, PollKey.Recount, cancel) ?? throw new KeyGoneException($"the recount key of poll {frame.Poll} is gone");
        var kept = new Change.Insert(Key, PollSeal.Close(key, evidence.Span, Place(frame)));
        await rows.CommitAsync(BoxPlaces.Recounts, BoxPlaces.Of(frame), [kept], [], cancel);
    }

    private static byte[] Place(PollFrame frame) => Encoding.UTF8.GetBytes($"{BoxPlaces.Recounts}|{frame.Hash}");
}
