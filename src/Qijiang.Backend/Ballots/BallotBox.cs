using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Qijiang.Backend.Storage;
using Qijiang.Core;
using Qijiang.Core.Ballots;

namespace Qijiang.Backend.Ballots;

/// <summary>The ballot box over any row store. A cast is one insert; what a right was used for is decided by who inserted its row first.</summary>
public sealed class BallotBox(IRowStore rows) : IBallotBox
{
    /// <inheritdoc/>
    public async Task OpenAsync(PollFrame frame, IReadOnlyCollection<VotingRight> roll, CancellationToken cancel)
    {
        if (RollHash.Of(roll) != frame.RollHash) throw new ArgumentException("These rights are not the roll of the frame.", nameof(roll));
        while (true)
        {
            var there = await ReadRollAsync(frame, cancel);
            // Sorted, so that not even the order of writing says anything of persons.
            var missing = roll.Where(right => !there.Contains(right)).OrderBy(right => right.Value, StringComparer.Ordinal);
            var raced = false;
            foreach (var batch in missing.Chunk(StoreLimits.MaxChanges))
                raced |= await InsertAsync(BoxPlaces.Rolls, BoxPlaces.Of(frame), batch, Encoding.ASCII.GetBytes(frame.Hash), cancel) is CommitResult.Conflict;
            if (!raced) return;
        }
    }

    /// <inheritdoc/>
    public async Task<CastOutcome> CastAsync(PollFrame frame, VotingRight right, string idempotencyKey, SealedBallot ballot, CancellationToken cancel)
    {
        if (await CheckRightAsync(frame, right, cancel) is { } refusal) return new CastOutcome.Refused(refusal);
        var entry = new BoxEntry.Cast(KeyHash(frame, right, idempotencyKey), ballot);
        return await InsertOrReadAsync(frame, right, entry, cancel) switch
        {
            null => new CastOutcome.Recorded(Repeat: false),
            BoxEntry.Cast there => IsSame(there, entry) ? new CastOutcome.Recorded(Repeat: true) : new CastOutcome.AlreadyCast(),
            BoxEntry.Withdrawn => new CastOutcome.Refused(new RightWithdrawn()),
            _ => new CastOutcome.Refused(new BoxSealed()),
        };
    }

    /// <inheritdoc/>
    public async Task<CastOutcome?> RecallAsync(PollFrame frame, VotingRight right, string idempotencyKey, CancellationToken cancel)
    {
        if (await rows.GetAsync(BoxPlaces.Ballots, BoxPlaces.Shard(frame, right), right.Value, cancel) is not { } row || BoxEntry.Read(row.Data) is not BoxEntry.Cast there) return null;
        return there.KeyHash.Span.SequenceEqual(KeyHash(frame, right, idempotencyKey)) ? new CastOutcome.Recorded(Repeat: true) : new CastOutcome.AlreadyCast();
    }

    /// <inheritdoc/>
    public async Task<Refusal?> WithdrawAsync(PollFrame frame, VotingRight right, Withdrawal reason, CancellationToken cancel)
    {
        if (await CheckRightAsync(frame, right, cancel) is { } refusal) return refusal;
        return await InsertOrReadAsync(frame, right, new BoxEntry.Withdrawn(reason), cancel) switch
        {
            null or BoxEntry.Withdrawn => null,
            BoxEntry.Cast => new BallotAlreadyCast(),
            _ => new BoxSealed(),
        };
    }

    /// <inheritdoc/>
    public async Task<Participation> ParticipationAsync(PollFrame frame, CancellationToken cancel)
    {
        var (roll, box) = (await ReadRollAsync(frame, cancel), await ReadBoxAsync(frame, cancel));
        return new(roll.Count, box.Values.Count(entry => entry is BoxEntry.Cast), box.Values.Count(entry => entry is BoxEntry.Withdrawn));
    }

    /// <inheritdoc/>
    public async Task<BoxSeal> SealAsync(PollFrame frame, CancellationToken cancel)
    {
        var roll = await ReadRollAsync(frame, cancel);
        if (RollHash.Of(roll) != frame.RollHash) throw new InvalidDataException($"the roll of {frame.Poll} is not the one of its frame: the box was never opened to the end, or its roll was changed");
        await Task.WhenAll(roll.GroupBy(right => BoxPlaces.Shard(frame, right)).Select(shard => CloseAsync(shard.Key, [.. shard], cancel)));
        return SealOf(frame, roll, await ReadBoxAsync(frame, cancel));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<CountedBallot> ReadAsync(PollFrame frame, BoxSeal seal, [EnumeratorCancellation] CancellationToken cancel)
    {
        var box = await ReadBoxAsync(frame, cancel);
        if (SealOf(frame, await ReadRollAsync(frame, cancel), box) != seal) throw new InvalidDataException($"the box of {frame.Poll} is not as it was sealed");
        foreach (var (right, entry) in box)
            if (entry is BoxEntry.Cast cast) yield return new(right, BallotChannel.Device, cast.Ballot);
    }

    /// <summary>Inserts "unused" for every right of one shard that has no row. A batch that meets a cast writes nothing and is tried again without it.</summary>
    private async Task CloseAsync(string partition, IReadOnlyList<VotingRight> rights, CancellationToken cancel)
    {
        var unused = new BoxEntry.Unused().Write();
        while (true)
        {
            var used = new HashSet<string>(StringComparer.Ordinal);
            await foreach (var row in rows.ScanAsync(BoxPlaces.Ballots, partition, "", "", null, cancel)) used.Add(row.Key);
            var open = rights.Where(right => !used.Contains(right.Value)).OrderBy(right => right.Value, StringComparer.Ordinal).Take(StoreLimits.MaxChanges).ToList();
            if (open.Count == 0) return;
            await InsertAsync(BoxPlaces.Ballots, partition, open, unused, cancel);
        }
    }

    private static BoxSeal SealOf(PollFrame frame, IReadOnlySet<VotingRight> roll, SortedDictionary<VotingRight, BoxEntry> box)
    {
        if (!roll.SetEquals(box.Keys)) throw new InvalidDataException($"the box of {frame.Poll} holds other rights than its roll");
        using var hash = new CanonicalHash("qijiang.box.v1");
        hash.Add(frame.Hash);
        hash.AddEach(box, row =>
        {
            hash.Add(row.Key.Value);
            hash.Add(row.Value.Mark);
            hash.Add(row.Value is BoxEntry.Cast { Ballot: var ballot } ? SHA256.HashData(ballot.Payload.Span) : []);
        });
        return new(
            hash.Finish(), box.Values.Count(e => e is BoxEntry.Cast), box.Values.Count(e => e is BoxEntry.Withdrawn), box.Values.Count(e => e is BoxEntry.Unused));
    }

    private async Task<Refusal?> CheckRightAsync(PollFrame frame, VotingRight right, CancellationToken cancel) =>
        StoreLimits.IsKey(right.Value) && await rows.GetAsync(BoxPlaces.Rolls, BoxPlaces.Of(frame), right.Value, cancel) is { } row && IsOf(frame, row) ? null : new RightUnknown();

    /// <summary>Null where the entry was written; else what stands there.</summary>
    private async Task<BoxEntry?> InsertOrReadAsync(PollFrame frame, VotingRight right, BoxEntry entry, CancellationToken cancel)
    {
        var partition = BoxPlaces.Shard(frame, right);
        if (await InsertAsync(BoxPlaces.Ballots, partition, [right], entry.Write(), cancel) is CommitResult.Committed) return null;
        var row = await rows.GetAsync(BoxPlaces.Ballots, partition, right.Value, cancel)
            ?? throw new InvalidDataException("a row of the ballot box has disappeared");
        return BoxEntry.Read(row.Data);
    }

    private Task<CommitResult> InsertAsync(string table, string partition, IEnumerable<VotingRight> rights, byte[] data, CancellationToken cancel) =>
        rows.CommitAsync(table, partition, [.. rights.Select(right => new Change.Insert(right.Value, data))], [], cancel);

    private async Task<HashSet<VotingRight>> ReadRollAsync(PollFrame frame, CancellationToken cancel)
    {
        var roll = new HashSet<VotingRight>();
        await foreach (var row in rows.ScanAsync(BoxPlaces.Rolls, BoxPlaces.Of(frame), "", "", null, cancel))
            roll.Add(IsOf(frame, row) ? new(row.Key) : throw new InvalidDataException($"the box of {frame.Poll} was opened for another frame"));
        return roll;
    }

    private async Task<SortedDictionary<VotingRight, BoxEntry>> ReadBoxAsync(PollFrame frame, CancellationToken cancel)
    {
        var box = new SortedDictionary<VotingRight, BoxEntry>(Comparer<VotingRight>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value)));
        var shards = await Task.WhenAll(Enumerable.Range(0, BoxPlaces.Shards).Select(shard => ReadShardAsync(frame, shard, cancel)));
        foreach (var row in shards.SelectMany(rows => rows)) box.Add(new(row.Key), BoxEntry.Read(row.Data));
        return box;
    }

    private async Task<List<Row>> ReadShardAsync(PollFrame frame, int shard, CancellationToken cancel) =>
        await rows.ScanAsync(BoxPlaces.Ballots, BoxPlaces.Shard(frame, shard), "", "", null, cancel).ToListAsync(cancel);

    private static bool IsOf(PollFrame frame, Row row) => row.Data.Span.SequenceEqual(Encoding.ASCII.GetBytes(frame.Hash));

    private static bool IsSame(BoxEntry.Cast there, BoxEntry.Cast mine) =>
        there.KeyHash.Span.SequenceEqual(mine.KeyHash.Span)
        || (there.Ballot.Scheme == mine.Ballot.Scheme && there.Ballot.Payload.Span.SequenceEqual(mine.Ballot.Payload.Span));

    // Bound to its row. What comes here is the code of CastingAttempt, not the device's own key, which may stand in a log beside a name.
    private static byte[] KeyHash(PollFrame frame, VotingRight right, string idempotencyKey) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{frame.Hash}|{right.Value}|{idempotencyKey}"));
}
