using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using NodaTime;
using Qijiang.Backend.ReadModels;
using Qijiang.Backend.Storage;
using Qijiang.Core;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Obligations;

/// <summary>
/// One message a day for who gets digests. Reminders wait in a list; a tick bundles those of a recipient under the recipient's
/// day, which is there once. What comes later that day goes with the next.
/// </summary>
public sealed class Digests(IRowStore rows, Lists lists, SentReminders sent, ReminderPolicies policies, IEnumerable<INoticeChannel> channels, ILogger<Digests> log)
{
    private const string Question = "reminders|digest";

    /// <summary>Lets a reminder wait for the recipient's next digest.</summary>
    public Task AddAsync(Recipient to, ReminderNotice notice, CancellationToken cancel) =>
        lists.PutAsync(notice.Congress, Question, KeyOf(to.Key, notice), JsonSerializer.SerializeToUtf8Bytes(notice, ObligationJson.Stored.ReminderNotice), cancel);

    /// <summary>Sends what waits, to each recipient at most once on this day.</summary>
    public async Task SendAsync(Congress.Established congress, LocalDate day, CancellationToken cancel)
    {
        var waiting = new List<(string Key, ReminderNotice Notice)>();
        await foreach (var row in lists.ReadAsync(congress.Id, Question, "", cancel)) waiting.Add((row.Key, JsonSerializer.Deserialize(row.Data.Span, ObligationJson.Stored.ReminderNotice)!));
        foreach (var ofOne in waiting.GroupBy(w => Recipient.Of(w.Notice, congress, policies.Of(congress)).Key))
        {
            try
            {
                await SendAsync(congress, new OnChannel.DigestRef(congress.Id, ofOne.Key, day), [.. ofOne], cancel);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "The digest for {Recipient} failed; the next tick tries again", ofOne.Key);
            }
        }
    }

    /// <summary>The reminders of a digest.</summary>
    public async Task<ValueList<ReminderNotice>> OfAsync(OnChannel.DigestRef digest, CancellationToken cancel) =>
        await rows.GetAsync(Ledger.Table, PartitionOf(digest), DayOf(digest), cancel) is { } row
            ? JsonSerializer.Deserialize(row.Data.Span, ObligationJson.Stored.DigestRow)!.Items
            : [];

    private async Task SendAsync(Congress.Established congress, OnChannel.DigestRef digest, IReadOnlyList<(string Key, ReminderNotice Notice)> waiting, CancellationToken cancel)
    {
        var attempt = new Change.Insert("attempt|" + RandomNumberGenerator.GetHexString(16, lowercase: true), "digest"u8.ToArray());
        var row = new Change.Insert(DayOf(digest), JsonSerializer.SerializeToUtf8Bytes(new DigestRow([.. waiting.Select(w => w.Notice)]), ObligationJson.Stored.DigestRow));
        await rows.CommitAsync(Ledger.Table, PartitionOf(digest), [attempt, row], [.. channels.Where(c => c.IsOn).Select(c => new OnChannel(c.Name, null, digest).ToMessage())], cancel);

        // Whoever bundled them, and whether it is the first time: what is in the digest of this day waits no longer.
        var bundled = (await OfAsync(digest, cancel)).Select(notice => notice.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (key, notice) in waiting.Where(w => bundled.Contains(w.Notice.Id)))
        {
            await sent.PutAsync(notice, congress, isSealed: false, cancel);
            await lists.RemoveAsync(congress.Id, Question, key, cancel);
        }
    }

    private static string KeyOf(string recipient, ReminderNotice notice) => $"{recipient}|{notice.Obligation.Id}|{notice.Step}|{notice.On:uuuuMMdd}";

    private static string PartitionOf(OnChannel.DigestRef digest) => $"{digest.Congress}|digest|{digest.Recipient}";

    private static string DayOf(OnChannel.DigestRef digest) => $"{digest.Day:uuuuMMdd}";
}
