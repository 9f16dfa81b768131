using System.Text.Json.Serialization;

namespace Qijiang.Core.Suggestions;

// Stored for ever by these names: add, never rename or remove.

/// <summary>An agency's part in a suggestion (SUG-12).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HandlingRole>))]
public enum HandlingRole
{
    /// <summary>Lead (主办): replies for all.</summary>
    Lead,

    /// <summary>Co-handler (协办、会办): gives its opinion to the lead.</summary>
    CoHandler,

    /// <summary>Separate handler (分办): replies for its own part.</summary>
    Separate,
}
