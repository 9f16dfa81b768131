using System.Text.Json.Serialization;

namespace Qijiang.Core.PersonalData;

// Stored for ever by these names: add, never rename or remove.

/// <summary>What a record about a person is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RecordKind>))]
public enum RecordKind
{
    /// <summary>An opinion that the person sent (群众意见).</summary>
    Opinion,

    /// <summary>The person's seats and offices in a congress (任职).</summary>
    Mandates,
}
