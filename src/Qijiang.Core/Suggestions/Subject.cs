using System.Text.Json.Serialization;

namespace Qijiang.Core.Suggestions;

// Stored for ever by these names: add, never rename or remove.

/// <summary>What a deputy's evaluation is about (SUG-30, SUG-39).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Subject>))]
public enum Subject
{
    /// <summary>The reply letter (答复函).</summary>
    Reply,

    /// <summary>A co-handler's opinion (协办意见).</summary>
    CoHandlerOpinion,

    /// <summary>The delivery of a committed item (承诺事项落实).</summary>
    Delivery,
}
