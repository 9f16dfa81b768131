using System.Globalization;
using System.Text.Json;
using Qijiang.Backend.Storage;

namespace Qijiang.Backend.Audit;

/// <summary>Looks at the rows of one stream, one after the other: the chain, and what checkpoints cover. It reads what is stored, and needs no key.</summary>
/// <param name="stream">The stream's partition.</param>
/// <param name="covered">The heads that checkpoints have of it, with their numbers.</param>
/// <param name="findings">Where to put what is found.</param>
internal sealed class StreamCheck(string stream, IReadOnlyList<(StreamHead Head, int Checkpoint)> covered, List<Finding> findings)
{
    private readonly StreamId? _id = IdOf(stream);
    private readonly ILookup<int, (StreamHead Head, int Checkpoint)> _covered = covered.ToLookup(c => c.Head.Version);
    private readonly (StreamHead Head, int Checkpoint)? _last = covered.Count == 0 ? null : covered.MaxBy(c => c.Head.Version);
    private ReadOnlyMemory<byte>? _before;   // the row of the last event: the chain goes past voids
    private int _version;
    private bool _lacks;   // whether a version is missing between that event and here
    private bool _saidChanged;

    /// <summary>Rows looked at.</summary>
    public int Rows { get; private set; }

    /// <summary>Rows after the last that a checkpoint covers.</summary>
    public int Uncovered { get; private set; }

    /// <summary>The next row, by the order of keys.</summary>
    public void Next(Row row)
    {
        Rows++;
        if (_id is null)
        {
            if (Rows == 1) findings.Add(new(FindingKind.NotAStream, stream));
            return;
        }

        if (EventStore.VersionOf(row.Key) is not { } version)
        {
            findings.Add(new(FindingKind.NotAVersion, stream, Detail: row.Key));
            return;
        }

        if (version > _version + 1)
        {
            findings.Add(new(FindingKind.Missing, stream, _version + 1, Detail: Range(_version + 1, version - 1)));
            _lacks = true;
        }

        if (!VoidRow.IsVoid(row))
        {
            CheckRow(row, version);
            (_before, _lacks) = (row.Data, false);
        }

        foreach (var (head, checkpoint) in _covered[version])
        {
            if (_saidChanged || _lacks || NamedHash.Fits(head.Hash, (_before ?? default).Span)) continue;
            // Whatever follows in the stream is linked to this row: one finding says it.
            _saidChanged = true;
            findings.Add(new(FindingKind.Changed, stream, version, checkpoint));
        }

        if (_last is not { Head: var last } || version > last.Version) Uncovered++;
        _version = version;
    }

    /// <summary>There are no more rows.</summary>
    public void End()
    {
        if (_last is not var (head, checkpoint) || head.Version <= _version || (_id is null && Rows > 0)) return;
        findings.Add(_version == 0 ? new(FindingKind.Gone, stream, 0, checkpoint, Number(head.Version)) : new(FindingKind.CutOff, stream, _version, checkpoint, Number(head.Version)));
    }

    private void CheckRow(Row row, int version)
    {
        if (Read(row) is not { } stored)
        {
            findings.Add(new(FindingKind.Unreadable, stream, version));
            return;
        }

        if (stored.Version != version || stored.Stream != stream || stored.Congress != _id!.Congress)
            findings.Add(new(FindingKind.Misplaced, stream, version, Detail: $"{stored.Stream}@{Number(stored.Version)}"));
        if (!_lacks && !Links(stored.Chain)) findings.Add(new(FindingKind.LinkBroken, stream, version));
    }

    private bool Links(StoredLink link) =>
        ChainSuite.IsKnown(link.Suite) && link.Previous == (_before is { } before ? ChainSuite.Hash(link.Suite, before.Span) : "");

    private static StoredEvent? Read(Row row)
    {
        try
        {
            return EventStore.Read(row) is { Chain: { Suite: not null, Previous: not null }, Event: not null } stored ? stored : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or FormatException)
        {
            return null;
        }
    }

    private static StreamId? IdOf(string partition)
    {
        try
        {
            return StreamId.OfPartition(partition);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>One number, or the first and the last of several.</summary>
    internal static string Range(int first, int last) => first == last ? Number(first) : $"{Number(first)}–{Number(last)}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
