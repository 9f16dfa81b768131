using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.PersonalData;
using Qijiang.Core;

namespace Qijiang.Backend.Storage;

/// <summary>
/// Streams of events over any row store. There is no head row: the next version is an insert that must not exist, so of
/// two writers one wins. Each event's row carries the hash of the event's row before it, over its stored bytes; loading checks it.
/// Voids have no bytes that could carry one, so the chain goes past them.
/// </summary>
public sealed class EventStore(IRowStore rows, TextSealing sealing)
{
    /// <summary>The table of events.</summary>
    public const string Table = "events";

    private static readonly StoredEventJson _json = new(StoredJson.Options());

    /// <summary>Loads a stream.</summary>
    /// <exception cref="InvalidDataException">
    /// A version is missing, the row of another version or stream stands in its place, or the row before is not the one that
    /// a row was written after: something was edited. An edit of the last row alone has no row after it that tells.
    /// </exception>
    public async Task<History<TEvent>> LoadAsync<TState, TEvent>(StreamKind<TState, TEvent> kind, StreamId stream, CancellationToken cancel)
    {
        var events = new List<Recorded<TEvent>>();
        var version = 0;
        Row? before = null;
        await foreach (var row in rows.ScanAsync(Table, stream.Partition, "", "", null, cancel))
        {
            version++;
            if (row.Key != KeyOf(version)) throw new InvalidDataException($"stream {stream} lacks version {version}");
            if (VoidRow.IsVoid(row)) continue;
            events.Add(await DecodeAsync(kind, stream, version, row, before, cancel));
            before = row;
        }

        return new(stream, events, version, LinkTo(before, ChainSuite.Current));
    }

    /// <summary>Appends to a stream as it was loaded, with the messages that follow from it, in one commit.</summary>
    /// <returns>The stream as it stands then; null where another writer was first and nothing was written.</returns>
    public async Task<History<TEvent>?> AppendAsync<TState, TEvent>(
        StreamKind<TState, TEvent> kind, History<TEvent> history, CommandStamp command, IReadOnlyList<Happening<TEvent>> happenings, IReadOnlyList<Message> messages, CancellationToken cancel)
    {
        var changes = new List<Change>(happenings.Count);
        var version = history.Version;
        var head = history.Head;
        foreach (var happening in happenings)
        {
            var data = await EncodeAsync(kind, history.Stream, ++version, head, command, happening, cancel);
            head = ChainSuite.Hash(ChainSuite.Current, data);
            changes.Add(new Change.Insert(KeyOf(version), data));
        }

        if (await rows.CommitAsync(Table, history.Stream.Partition, changes, messages, cancel) is CommitResult.Conflict) return null;
        var added = happenings.Select((happening, i) => new Recorded<TEvent>(history.Version + 1 + i, command, happening));
        return new(history.Stream, [.. history.Events, .. added], version, head);
    }

    /// <summary>The version under whose key a row lies; null where it is the key of none.</summary>
    internal static int? VersionOf(string key) =>
        int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0 && key == KeyOf(version) ? version : null;

    /// <summary>What a row says of itself, its texts still sealed: no key is needed for it.</summary>
    /// <exception cref="JsonException">It is no event.</exception>
    internal static StoredEvent Read(Row row) => JsonSerializer.Deserialize(row.Data.Span, _json.StoredEvent)!;

    private static string KeyOf(int version) => version.ToString("D10", CultureInfo.InvariantCulture);

    private async Task<byte[]> EncodeAsync<TState, TEvent>(
        StreamKind<TState, TEvent> kind, StreamId stream, int version, string head, CommandStamp command, Happening<TEvent> happening, CancellationToken cancel)
    {
        var body = (JsonObject)JsonSerializer.SerializeToNode(happening.Event, kind.Format)!;
        await sealing.SealAsync(body, stream, version, cancel);
        return JsonSerializer.SerializeToUtf8Bytes(new StoredEvent
        {
            Congress = stream.Congress,
            Stream = stream.Partition,
            Version = version,
            Command = new(command.Id, command.Digest),
            OccurredOn = happening.OccurredOn,
            RecordedAt = happening.RecordedAt,
            By = happening.By,
            Channel = happening.Channel,
            Chain = new(ChainSuite.Current, head),
            Event = body,
        }, _json.StoredEvent);
    }

    private static string LinkTo(Row? before, string suite) => before is null ? "" : ChainSuite.Hash(suite, before.Data.Span);

    private async ValueTask<Recorded<TEvent>> DecodeAsync<TState, TEvent>(
        StreamKind<TState, TEvent> kind, StreamId stream, int version, Row row, Row? before, CancellationToken cancel)
    {
        var stored = Read(row);
        if (stored.Version != version || stored.Stream != stream.Partition)
            throw new InvalidDataException($"stream {stream} has the row of {stored.Stream}, version {stored.Version}, in the place of version {version}");
        if (stored.Chain.Previous != LinkTo(before, stored.Chain.Suite))
            throw new InvalidDataException($"stream {stream} was changed before version {version}: the link of its chain does not fit");
        await sealing.OpenAsync(stored.Event, stream, version, cancel);
        var happened = stored.Event.Deserialize(kind.Format)!;
        return new(version, new(stored.Command.Id, stored.Command.Digest), new(happened, stored.OccurredOn, stored.RecordedAt, stored.By, stored.Channel));
    }
}
