using System.Globalization;

namespace Qijiang.Backend.Audit;

/// <summary>Looks at the checkpoints, one after the other, and gathers what they cover.</summary>
/// <param name="kept">What is kept elsewhere.</param>
/// <param name="findings">Where to put what is found.</param>
internal sealed class CheckpointCheck(KeptElsewhere kept, List<Finding> findings)
{
    private readonly StreamHeads _heads = new();
    private readonly SortedDictionary<string, List<(StreamHead Head, int Checkpoint)>> _covered = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _hashes = [];
    private readonly string? _key = kept.PublicKey is { } own ? NamedHash.Of(own) : kept.File is { } file ? NamedHash.Of(file.Checkpoint.PublicKey.Span) : null;
    private string _before = Checkpoint.None;
    private int _number;

    /// <summary>How many there were.</summary>
    public int Count { get; private set; }

    /// <summary>The newest that could be read.</summary>
    public Checkpoint? Newest { get; private set; }

    /// <summary>The streams that are covered.</summary>
    public IEnumerable<string> Streams => _covered.Keys;

    /// <summary>The heads that are covered of a stream, by version.</summary>
    public IReadOnlyList<(StreamHead Head, int Checkpoint)> Of(string stream) => _covered.GetValueOrDefault(stream) ?? [];

    /// <summary>The next one, by the order of numbers.</summary>
    public void Next(StoredCheckpoint stored)
    {
        Count++;
        if (stored.Number > _number + 1) findings.Add(new(FindingKind.CheckpointMissing, Checkpoint: _number + 1, Detail: StreamCheck.Range(_number + 1, stored.Number - 1)));
        _number = stored.Number;
        Cover(stored.Added, stored.Number);
        _heads.Add(stored.Added);
        if (stored.Checkpoint is not { } signed)
        {
            Say(FindingKind.CheckpointUnreadable, stored.Number);
            return;
        }

        if (signed.Statement.Number != stored.Number) findings.Add(new(FindingKind.CheckpointMisplaced, Checkpoint: stored.Number, Detail: signed.Statement.Number.ToString(CultureInfo.InvariantCulture)));
        if (signed.Statement.Before != _before) Say(FindingKind.CheckpointUnchained, stored.Number);
        if (!signed.IsWhole) Say(FindingKind.CheckpointForged, stored.Number);
        if (_key is not null && signed.Statement.Key != _key) Say(FindingKind.CheckpointForeignKey, stored.Number);
        if (signed.Statement.Streams != _heads.Count || !NamedHash.Fits(signed.Statement.Heads, _heads.Lines)) Say(FindingKind.CheckpointHeads, stored.Number);
        Newest = signed.Statement;
        _before = _hashes[stored.Number] = Newest.Hash;
    }

    /// <summary>There are no more: what is kept elsewhere is held against them.</summary>
    public void End()
    {
        if (kept.Note is { } note) Compare(note.Number, note.Hash);
        if (kept.File is not { } file) return;
        var checkpoint = file.Checkpoint.Statement;
        if (!file.IsWhole)
        {
            Say(FindingKind.KeptForged, checkpoint.Number);
            return;
        }

        if (checkpoint.Key != _key) Say(FindingKind.KeptForeignKey, checkpoint.Number);
        Compare(checkpoint.Number, checkpoint.Hash);
        Cover([.. file.Heads.Select(StreamHead.Parse)], checkpoint.Number);
    }

    private void Compare(int number, string hash)
    {
        if (!_hashes.TryGetValue(number, out var there)) Say(FindingKind.KeptMissing, number);
        else if (there != hash) Say(FindingKind.KeptDiffers, number);
    }

    private void Cover(IEnumerable<StreamHead> heads, int number)
    {
        foreach (var head in heads)
        {
            if (!_covered.TryGetValue(head.Stream, out var covered)) _covered[head.Stream] = covered = [];
            if (covered.Exists(c => c.Head == head)) continue;
            covered.Add((head, number));
        }
    }

    private void Say(FindingKind kind, int number) => findings.Add(new(kind, Checkpoint: number));
}
