using System.Text.Json.Serialization;

namespace Qijiang.Core.LivelihoodProjects;

// Stored for ever by these names: add, never rename or remove.

/// <summary>How a result is made known (LIV-21).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Announcement>))]
public enum Announcement
{
    /// <summary>Read out at the sitting (当场宣布).</summary>
    AtTheSitting,

    /// <summary>By public notice (公告).</summary>
    PublicNotice,
}
