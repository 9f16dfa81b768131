using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Qijiang.Backend.Ballots;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.PersonalData;
using Qijiang.Backend.Storage;
using Qijiang.Core.Ballots;
using Qijiang.Core.Congresses;
using Qijiang.Storage.Contracts;

namespace Qijiang.Reliability.Tests.Simulation;

/// <summary>The rows of a world, which all of its instances share, and what is wrong with them where something was planted.</summary>
/// <param name="store">The rows.</param>
/// <param name="world">Their world.</param>
internal sealed class WorldRows(InMemoryRowStore store, World world)
{
    private const string Links = "rightlinks";
    private int commits;

    /// <summary>The rows.</summary>
    public InMemoryRowStore Store => store;

    /// <summary>Commits, the messages late by chance.</summary>
    public async Task<CommitResult> CommitAsync(
        string table, string partition, IReadOnlyList<Change> changes, IReadOnlyList<Message> messages, Func<Task> betweenSendAndCommit, CancellationToken cancel)
    {
        if (table == EventStore.Table || table == "lists") commits++;
        if (Loses(Planted.ForgottenCommit, table == EventStore.Table) || Loses(Planted.StaleList, table == "lists")) return new CommitResult.Committed(changes.ToDictionary(change => change.Key, _ => "etag"));
        IReadOnlyList<Message> sent = world.Planted is Planted.LostMessages && table == EventStore.Table && world.Random.Next(3) == 0 ? [] : [.. messages.Select(world.Late)];
        if (world.Planted is Planted.LedgerWithoutKey && table == "ledger") changes = [.. changes.Select(Unkeyed)];
        if (table == Links) changes = await DealAsync(partition, changes, cancel);
        if (store.SendsFirst && sent.Count > 0) store.BetweenSendAndCommit = betweenSendAndCommit;
        var result = await store.CommitAsync(table, partition, changes, sent, cancel);
        if (result is not CommitResult.Committed) return result;
        world.Recorded.Sent(messages.Select(message => (message.Queue, message.Id)));
        if (world.Planted is Planted.InsertedTwice && table == EventStore.Table && commits % 10 == 0) await InsertAgainAsync(partition, changes, cancel);
        return result;
    }

    private bool Loses(Planted planted, bool concerns) => world.Planted == planted && concerns && commits % 20 == 0 && !world.Scheduler.Outside;

    private static Change Unkeyed(Change change) =>
        change is Change.Insert insert && insert.Key.StartsWith("step|", StringComparison.Ordinal) ? insert with { Key = $"{insert.Key}|{RandomNumberGenerator.GetHexString(8)}" } : change;

    private Task<CommitResult> InsertAgainAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        var next = int.Parse(changes[^1].Key, CultureInfo.InvariantCulture) + 1;
        return store.CommitAsync(EventStore.Table, partition, [.. changes.Cast<Change.Insert>().Select((change, i) => change with { Key = (next + i).ToString("D10", CultureInfo.InvariantCulture) })], [], cancel);
    }

    // Voting rights are random, and how many calls a poll takes depends on them. So they are dealt by the seed, sealed as they were.
    private async Task<IReadOnlyList<Change>> DealAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        var (congress, poll) = (new CongressId(partition.Split('|')[0]), new PollId(partition.Split('|')[1]));
        var key = (await new PollKeys(new KeyRows(world.KeyRows.Store), world.Keys).FindAsync(congress, poll, PollKey.Links, cancel))!;
        return [.. changes.Cast<Change.Insert>().Select(link => link with { Data = Sealed(key, SHA256.HashData(Encoding.UTF8.GetBytes($"{world.Seed}|{poll}|{link.Key}"))[..16], $"{Links}|{partition}|{link.Key}") })];
    }

    private static byte[] Sealed(byte[] key, byte[] right, string place) =>
        [(byte)SealSuite.Current.Length, .. Encoding.ASCII.GetBytes(SealSuite.Current), .. SealSuite.Seal(key, right, Encoding.UTF8.GetBytes(place))];
}
