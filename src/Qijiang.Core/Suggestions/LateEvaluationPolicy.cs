using System.Text.Json.Serialization;

namespace Qijiang.Core.Suggestions;

// Stored for ever by these names: add, never rename or remove.

/// <summary>What an evaluation is worth that comes after its time and after a reminder (SUG-36).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LateEvaluationPolicy>))]
public enum LateEvaluationPolicy
{
    /// <summary>It is kept and not counted in the satisfaction statistics.</summary>
    Exclude,

    /// <summary>It is counted like any other.</summary>
    Count,
}
