using System.Text.Json.Serialization;

namespace Qijiang.Core.CitizenInput;

// Stored for ever by these names: add, never rename or remove.

/// <summary>What the written notice of CIT-10 tells the citizen.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Notice>))]
public enum Notice
{
    /// <summary>It is accepted, and how it will be handled (受理).</summary>
    Accepted,

    /// <summary>It was forwarded, and where to (转送).</summary>
    Forwarded,

    /// <summary>It is not for us, and where the citizen can go (告知途径).</summary>
    WhereToGo,
}
