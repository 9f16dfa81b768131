using System.Collections.Concurrent;
using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Congresses;

/// <summary>The congresses of this installation. What is known of one changes rarely and is remembered for a short time.</summary>
public sealed class CongressDirectory(EventStore store, TimeProvider time)
{
    private static readonly TimeSpan _rememberedFor = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<CongressId, (Congress.Established Congress, long ReadAt)> _known = new();

    /// <summary>A congress; null where there is none of this id.</summary>
    public async ValueTask<Congress.Established?> FindAsync(CongressId id, CancellationToken cancel)
    {
        if (_known.TryGetValue(id, out var known) && time.GetElapsedTime(known.ReadAt) < _rememberedFor) return known.Congress;
        var history = await store.LoadAsync(CongressJson.Congresses, StreamOf(id), cancel);
        if (Congress.Decider.Fold(history.Events.Select(e => e.Happening.Event)) is not Congress.Established found) return null;
        _known[id] = (found, time.GetTimestamp());
        return found;
    }

    /// <summary>Forgets what it remembers of a congress that was just changed.</summary>
    public void Forget(CongressId id) => _known.TryRemove(id, out _);

    internal static StreamId StreamOf(CongressId id) => new(id, CongressJson.Congresses.Name, id.Value);
}
