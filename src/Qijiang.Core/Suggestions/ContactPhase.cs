using System.Text.Json.Serialization;

namespace Qijiang.Core.Suggestions;

// Stored for ever by these names: add, never rename or remove.

/// <summary>When an agency met the deputy: Qijiang's three meetings (三见面; SUG-28).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ContactPhase>))]
public enum ContactPhase
{
    /// <summary>Before handling (办前): the contact that SUG-15 asks for.</summary>
    Before,

    /// <summary>During handling (办中).</summary>
    During,

    /// <summary>After handling (办后).</summary>
    After,
}
