using Qijiang.Backend.Storage;

namespace Qijiang.Backend.ReadModels;

/// <summary>Says in which lists a stream of one kind appears, and how. Computed from the stream alone, so that it can be thrown away and rebuilt.</summary>
public interface IListView
{
    /// <summary>The kind of stream.</summary>
    string Kind { get; }

    /// <summary>The entries of a stream as it stands now, with its version.</summary>
    Task<(int Version, IReadOnlyList<ListEntry> Entries)> EntriesAsync(StreamId stream, CancellationToken cancel);
}
