using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Congresses;

/// <summary>The congresses of this installation. What is known of one, its rules among it, changes rarely and is remembered for a short time.</summary>
public sealed class CongressDirectory(EventStore store, IRowStore rows, RuleSets rules, TimeProvider time)
{
    private const string Table = "congresses";
    private const string Partition = "installation";
    private static readonly TimeSpan _rememberedFor = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<CongressId, (Congress.Established Congress, long ReadAt)> _known = new();

    /// <summary>A congress; null where there is none of this id.</summary>
    public async ValueTask<Congress.Established?> FindAsync(CongressId id, CancellationToken cancel)
    {
        if (_known.TryGetValue(id, out var known) && time.GetElapsedTime(known.ReadAt) < _rememberedFor) return known.Congress;
        var history = await store.LoadAsync(CongressJson.Congresses, StreamOf(id), cancel);
        if (CongressJson.Congresses.StateOf(history) is not Congress.Established found) return null;
        await rules.LookAsync(found, cancel);
        _known[id] = (found, time.GetTimestamp());
        return found;
    }

    /// <summary>Every congress of the installation, by id.</summary>
    public async IAsyncEnumerable<Congress.Established> AllAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in rows.ScanAsync(Table, Partition, "", "", null, cancel))
            if (await FindAsync(new CongressId(row.Key), cancel) is { } congress) yield return congress;
    }

    /// <summary>Makes a congress that was just established one of those that timers look at.</summary>
    public async Task EnterAsync(CongressId id, CancellationToken cancel)
    {
        Forget(id);
        await rows.CommitAsync(Table, Partition, [new Change.Upsert(id.Value, Encoding.UTF8.GetBytes(id.Value))], [], cancel);
    }

    /// <summary>Forgets what it remembers of a congress that was just changed.</summary>
    public void Forget(CongressId id) => _known.TryRemove(id, out _);

    internal static StreamId StreamOf(CongressId id) => new(id, CongressJson.Congresses.Name, id.Value);
}
