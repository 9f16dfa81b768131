using System.Text.Json.Serialization;

namespace Qijiang.Core.Suggestions;

// Stored for ever by these names: add, never rename or remove.

/// <summary>Who gets the reply to a joint suggestion (SUG-26).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JointReplyTo>))]
public enum JointReplyTo
{
    /// <summary>Every signatory.</summary>
    Every,

    /// <summary>The lead deputy, who passes it on.</summary>
    Lead,
}
