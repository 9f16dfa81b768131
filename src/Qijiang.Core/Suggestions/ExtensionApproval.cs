using System.Text.Json.Serialization;

namespace Qijiang.Core.Suggestions;

// Stored for ever by these names: add, never rename or remove.

/// <summary>Who must agree that a suggestion is broad or difficult (SUG-20a).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ExtensionApproval>))]
public enum ExtensionApproval
{
    /// <summary>Nobody: the agency says so, with its reasons.</summary>
    None,

    /// <summary>The assigning desk.</summary>
    Desk,
}
