using System.Text.Json.Serialization;
using Qijiang.Backend.Storage;
using Qijiang.Core.Calendar;
using Qijiang.Core.CitizenInput;

namespace Qijiang.Backend.CitizenInput;

/// <summary>The stored form of opinions and of their rows in lists.</summary>
[JsonSerializable(typeof(OpinionEvent))]
[JsonSerializable(typeof(OpinionRow))]
[JsonSerializable(typeof(PeriodSuspension))]
internal sealed partial class OpinionJson : JsonSerializerContext
{
    public static OpinionJson Stored { get; } = new(StoredJson.Options());

    /// <summary>Streams of opinions.</summary>
    public static StreamKind<Opinion, OpinionEvent> Opinions { get; } = new("opinion", OpinionDecider.Instance, Stored.OpinionEvent);
}
