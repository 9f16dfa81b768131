using System.Text.Json.Serialization;

namespace Qijiang.Core.Suggestions;

// Stored for ever by these names: add, never rename or remove.

/// <summary>Who may let an agency's period stand still for a time (期限中止, CAL-13).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SuspensionGrantedBy>))]
public enum SuspensionGrantedBy
{
    /// <summary>Nobody: no law allows it for suggestions.</summary>
    Nobody,

    /// <summary>The desk, where the congress's own rules say so.</summary>
    Desk,
}
