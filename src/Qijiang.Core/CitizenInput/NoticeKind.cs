using System.Text.Json.Serialization;

namespace Qijiang.Core.CitizenInput;

// Stored for ever by these names: add, never rename or remove.

/// <summary>What the citizen is told in writing (CIT-10).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NoticeKind>))]
public enum NoticeKind
{
    /// <summary>Accepted, and how it will be handled.</summary>
    Accepted,

    /// <summary>Forwarded, and to whom.</summary>
    Forwarded,

    /// <summary>Where to go with it.</summary>
    WhereToGo,
}
