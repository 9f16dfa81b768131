using System.Text.Json.Serialization;

namespace Qijiang.Core.Suggestions;

// Stored for ever by these names: add, never rename or remove.

/// <summary>How a deputy evaluates (SUG-30). The law leaves the list open.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SatisfactionGrade>))]
public enum SatisfactionGrade
{
    /// <summary>Satisfied (满意).</summary>
    Satisfied,

    /// <summary>Basically satisfied (基本满意).</summary>
    BasicallySatisfied,

    /// <summary>Dissatisfied (不满意): specific opinions must be stated (SUG-32).</summary>
    Dissatisfied,
}
