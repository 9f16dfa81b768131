using System.Text.Json.Serialization;

namespace Qijiang.Core.Suggestions;

// Stored for ever by these names: add, never rename or remove.

/// <summary>Who evaluates the reply to a joint suggestion, one that several deputies have signed (SUG-26). No text names another than the lead.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JointEvaluator>))]
public enum JointEvaluator
{
    /// <summary>The lead deputy; of a delegation's suggestion, the convenor of its contact group.</summary>
    Lead,
}
