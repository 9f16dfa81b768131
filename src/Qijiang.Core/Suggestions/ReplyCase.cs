using System.Text.Json.Serialization;

namespace Qijiang.Core.Suggestions;

// Stored for ever by these names: add, never rename or remove.

/// <summary>The four cases of a reply in law (CQ建议条例-2017 art. 22; SUG-22). A scheme's letters stand for them; letters differ from region to region, cases don't.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReplyCase>))]
public enum ReplyCase
{
    /// <summary>Solved or adopted (已解决或采纳): says how.</summary>
    Solved,

    /// <summary>Being solved step by step (列入计划逐步解决): plan, progress, completion date. It makes commitments (SUG-23).</summary>
    Planned,

    /// <summary>Conditions are lacking (留作参考): specific reasons.</summary>
    ConditionsLacking,

    /// <summary>Falls to higher state organs (涉及上级国家机关职权): what was reported upward.</summary>
    HigherOrgans,
}
