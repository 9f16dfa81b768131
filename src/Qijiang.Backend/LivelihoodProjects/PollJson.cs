using System.Text.Json.Serialization;
using Qijiang.Backend.Storage;
using Qijiang.Core;
using Qijiang.Core.Ballots;
using Qijiang.Core.Congresses;
using Qijiang.Core.LivelihoodProjects;

namespace Qijiang.Backend.LivelihoodProjects;

/// <summary>The stored form of polls and of the messages about them.</summary>
[JsonSerializable(typeof(PollEvent))]
[JsonSerializable(typeof(PollEnded))]
[JsonSerializable(typeof(PersonId))]
[JsonSerializable(typeof(CandidateProject))]
[JsonSerializable(typeof(Contest))]
[JsonSerializable(typeof(Limit))]
[JsonSerializable(typeof(CandidateResult))]
[JsonSerializable(typeof(OutcomeLine))]
[JsonSerializable(typeof(ValueList<int>))]
internal sealed partial class PollJson : JsonSerializerContext
{
    public static PollJson Stored { get; } = new(StoredJson.Options());

    /// <summary>Streams of polls.</summary>
    public static StreamKind<Poll, PollEvent> Polls { get; } = new("poll", PollDecider.Instance, Stored.PollEvent);
}
