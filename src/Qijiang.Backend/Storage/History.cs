namespace Qijiang.Backend.Storage;

/// <summary>A stream as loaded: the only base from which it can be appended to.</summary>
/// <typeparam name="TEvent">The capability's events.</typeparam>
/// <param name="Stream">Which stream.</param>
/// <param name="Events">Its events, oldest first, without voids.</param>
/// <param name="Version">The last version in the store, voids counted; 0 where there is none.</param>
/// <param name="Head">The hash of the last event's row, which the next one carries; empty where there is none.</param>
public sealed record History<TEvent>(StreamId Stream, IReadOnlyList<Recorded<TEvent>> Events, int Version, string Head)
{
    /// <summary>Whether anything is there.</summary>
    public bool IsEmpty => Events.Count == 0;
}
