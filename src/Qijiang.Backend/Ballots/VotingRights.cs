using System.Security.Cryptography;
using System.Text;
using Qijiang.Backend.Storage;
using Qijiang.Core;
using Qijiang.Core.Ballots;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Ballots;

/// <summary>
/// Voting rights as random ids. The row of a deputy says only that the deputy is on the roll; the right in it is sealed under
/// the poll's own link key, and can't be read by anybody once that key is destroyed.
/// </summary>
public sealed class VotingRights(IRowStore rows, PollKeys keys) : IVotingRights
{
    private const int Bytes = 16;

    /// <inheritdoc/>
    public async Task<ValueList<VotingRight>> IssueAsync(CongressId congress, PollId poll, IReadOnlyCollection<PersonId> roll, CancellationToken cancel)
    {
        await keys.EnsureAsync(congress, poll, PollKey.Links, () => ([], RandomNumberGenerator.GetBytes(32)), cancel);
        var key = await keys.FindAsync(congress, poll, PollKey.Links, cancel) ?? throw new KeyGoneException($"the link key of poll {poll} is gone");
        while (true)
        {
            var rights = await ReadAsync(congress, poll, key, cancel);
            var missing = roll.Where(deputy => !rights.ContainsKey(deputy)).OrderBy(deputy => deputy.Value, StringComparer.Ordinal).ToList();
            if (missing.Count == 0) return roll.Select(deputy => rights[deputy]).OrderBy(right => right.Value, StringComparer.Ordinal).ToValueList();
            // Of two who issue at once one wins a batch; what then lies there is read again.
            foreach (var batch in missing.Chunk(StoreLimits.MaxChanges))
                await rows.CommitAsync(BoxPlaces.Links, BoxPlaces.Of(congress, poll), [.. batch.Select(deputy => new Change.Insert(deputy.Value, NewLink(congress, poll, deputy, key)))], [], cancel);
        }
    }

    /// <inheritdoc/>
    public async Task<VotingRight?> RightOfAsync(CongressId congress, PollId poll, PersonId deputy, IReadOnlyCollection<PersonId> signedIn, CancellationToken cancel) =>
        await FindAsync(congress, poll, deputy, signedIn, cancel) is var (right, _) ? right : null;

    /// <inheritdoc/>
    public async Task<CastingAttempt?> AttemptAsync(
        CongressId congress, PollId poll, PersonId deputy, IReadOnlyCollection<PersonId> signedIn, string idempotencyKey, CancellationToken cancel) =>
        await FindAsync(congress, poll, deputy, signedIn, cancel) is var (right, key) ? new(right, CodeOf(key, idempotencyKey)) : null;

    /// <inheritdoc/>
    public Task ForgetAsync(CongressId congress, PollId poll, CancellationToken cancel) => keys.DestroyAsync(congress, poll, PollKey.Links, cancel);

    private async Task<(VotingRight Right, byte[] Key)?> FindAsync(
        CongressId congress, PollId poll, PersonId deputy, IReadOnlyCollection<PersonId> signedIn, CancellationToken cancel)
    {
        if (!signedIn.Contains(deputy)) return null;
        if (await rows.GetAsync(BoxPlaces.Links, BoxPlaces.Of(congress, poll), deputy.Value, cancel) is not { } row) return null;
        return await keys.FindAsync(congress, poll, PollKey.Links, cancel) is { } key ? (Open(row, congress, poll, key), key) : null;
    }

    // Under a key derived for this alone: the link key itself seals.
    private static string CodeOf(byte[] key, string idempotencyKey) => Convert.ToHexStringLower(HMACSHA256.HashData(
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: "qijiang.attempt.v1"u8.ToArray()), Encoding.UTF8.GetBytes(idempotencyKey)));

    private async Task<Dictionary<PersonId, VotingRight>> ReadAsync(CongressId congress, PollId poll, byte[] key, CancellationToken cancel)
    {
        var rights = new Dictionary<PersonId, VotingRight>();
        await foreach (var row in rows.ScanAsync(BoxPlaces.Links, BoxPlaces.Of(congress, poll), "", "", null, cancel))
            rights.Add(new(row.Key), Open(row, congress, poll, key));
        return rights;
    }

    private static byte[] NewLink(CongressId congress, PollId poll, PersonId deputy, byte[] key) =>
        PollSeal.Close(key, RandomNumberGenerator.GetBytes(Bytes), Place(congress, poll, deputy));

    private static VotingRight Open(Row row, CongressId congress, PollId poll, byte[] key) =>
        new(Convert.ToHexStringLower(PollSeal.Open(key, row.Data.Span, Place(congress, poll, new(row.Key)))));

    private static byte[] Place(CongressId congress, PollId poll, PersonId deputy) =>
        Encoding.UTF8.GetBytes($"{BoxPlaces.Links}|{BoxPlaces.Of(congress, poll)}|{deputy.Value}");
}
