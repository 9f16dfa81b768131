using System.Text.Json;
using Qijiang.Backend.Messaging;
using Qijiang.Core.Ballots;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.LivelihoodProjects;

/// <summary>The message that goes with a poll's end: tally it if it was closed, and destroy its keys in either case.</summary>
/// <param name="Congress">The congress.</param>
/// <param name="Poll">The poll.</param>
public sealed record PollEnded(CongressId Congress, PollId Poll)
{
    /// <summary>The queue of tallies to run.</summary>
    public const string Queue = "tallies";

    internal Message ToMessage() => new(Queue, $"tally|{Congress}|{Poll}", JsonSerializer.SerializeToUtf8Bytes(this, PollJson.Stored.PollEnded));

    internal static PollEnded Read(ReadOnlyMemory<byte> body) => JsonSerializer.Deserialize(body.Span, PollJson.Stored.PollEnded)!;
}
