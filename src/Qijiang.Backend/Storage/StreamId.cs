using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Storage;

/// <summary>Names the stream of one thing: this suggestion, this poll. One stream is one partition.</summary>
/// <param name="Congress">The congress it belongs to.</param>
/// <param name="Kind">What it is: <c>suggestion</c>, <c>opinion</c>, <c>poll</c>, …</param>
/// <param name="Id">Which one.</param>
public sealed record StreamId(CongressId Congress, string Kind, string Id)
{
    private static readonly CongressId _installation = new("installation");

    /// <summary>A stream of the whole installation, which belongs to no congress.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="id">Which one.</param>
    public static StreamId OfInstallation(string kind, string id) => new(_installation, kind, id);

    /// <summary>The partition of its rows.</summary>
    public string Partition => $"{Congress.Value}|{Kind}|{Id}";

    /// <summary>The stream whose rows lie in this partition.</summary>
    /// <param name="partition">What <see cref="Partition"/> gave.</param>
    public static StreamId OfPartition(string partition) =>
        partition.Split('|') is [var congress, var kind, var id]
            ? new(new CongressId(congress), kind, id)
            : throw new FormatException($"'{partition}' is not the partition of a stream");

    /// <inheritdoc/>
    public override string ToString() => Partition;
}
