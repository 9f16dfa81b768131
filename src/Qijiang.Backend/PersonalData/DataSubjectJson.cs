using System.Text.Json.Serialization;
using Qijiang.Backend.Storage;
using Qijiang.Core.PersonalData;

namespace Qijiang.Backend.PersonalData;

/// <summary>The stored form of what happened to the data kept of a person. It names no one: a person's id is random.</summary>
[JsonSerializable(typeof(DataSubjectEvent))]
[JsonSerializable(typeof(KeptRecord))]
internal sealed partial class DataSubjectJson : JsonSerializerContext
{
    public static DataSubjectJson Stored { get; } = new(StoredJson.Options());

    /// <summary>One stream for each person who ever asked.</summary>
    public static StreamKind<DataSubject, DataSubjectEvent> Subjects { get; } = new("data-subject", DataSubjectDecider.Instance, Stored.DataSubjectEvent);
}
