using System.Text.Json.Serialization;
using Qijiang.Backend.Storage;
using Qijiang.Core.Calendar;
using Qijiang.Core.CitizenInput;
using Qijiang.Core.Congresses;
using Qijiang.Core.Suggestions;

namespace Qijiang.Backend.Suggestions;

/// <summary>The stored form of suggestions and of their rows in lists.</summary>
[JsonSerializable(typeof(SuggestionEvent))]
[JsonSerializable(typeof(SuggestionRow))]
[JsonSerializable(typeof(PersonId))]
[JsonSerializable(typeof(OpinionId))]
[JsonSerializable(typeof(Promise))]
[JsonSerializable(typeof(PeriodSuspension))]
internal sealed partial class SuggestionJson : JsonSerializerContext
{
    public static SuggestionJson Stored { get; } = new(StoredJson.Options());

    /// <summary>Streams of suggestions.</summary>
    public static StreamKind<Suggestion, SuggestionEvent> Suggestions { get; } = new("suggestion", SuggestionDecider.Instance, Stored.SuggestionEvent);
}
