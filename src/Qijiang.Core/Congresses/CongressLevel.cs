using System.Text.Json.Serialization;

namespace Qijiang.Core.Congresses;

// Stored for ever by these names: add, never rename or remove.

/// <summary>The level of a congress. Rules of one level don't hold at another.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CongressLevel>))]
public enum CongressLevel
{
    /// <summary>A district or county (区县).</summary>
    District,

    /// <summary>A town or township (乡镇).</summary>
    Town,
}
