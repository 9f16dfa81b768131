using System.Text;

namespace Qijiang.Backend.Audit;

/// <summary>The heads of all streams, as the checkpoints up to one of them have them. A head is only ever followed by a later one: a checkpoint never forgets what an earlier one covered.</summary>
internal sealed class StreamHeads
{
    private readonly SortedDictionary<string, (StreamHead Head, byte[] Line)> _heads = new(StringComparer.Ordinal);

    /// <summary>How many streams there are.</summary>
    public int Count => _heads.Count;

    /// <summary>All heads, by the ordinal order of their streams.</summary>
    public IEnumerable<StreamHead> All => _heads.Values.Select(entry => entry.Head);

    /// <summary>Their lines in that order, each with a line feed: what the root is the hash of.</summary>
    public IEnumerable<byte[]> Lines => _heads.Values.Select(entry => entry.Line);

    /// <summary>The head of this stream; null where there is none.</summary>
    public StreamHead? Find(string stream) => _heads.TryGetValue(stream, out var entry) ? entry.Head : null;

    /// <summary>Takes these heads in.</summary>
    public void Add(IEnumerable<StreamHead> heads)
    {
        foreach (var head in heads) _heads[head.Stream] = (head, Encoding.UTF8.GetBytes(head + "\n"));
    }
}
