using Qijiang.Backend.Storage;

namespace Qijiang.Backend.Obligations;

/// <summary>Says what is owed in the streams of one capability. A capability that registers one, and lists what it owes, is reminded of like any other.</summary>
public interface IDutySource
{
    /// <summary>The kind of stream.</summary>
    string Kind { get; }

    /// <summary>What is owed in a stream as it stands now.</summary>
    Task<OwedIn> OfAsync(StreamId stream, CancellationToken cancel);
}
