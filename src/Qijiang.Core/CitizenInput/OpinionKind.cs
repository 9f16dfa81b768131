using System.Text.Json.Serialization;

namespace Qijiang.Core.CitizenInput;

// Stored for ever by these names: add, never rename or remove.

/// <summary>What a citizen's message is in law (CIT-03). A person settles it; until then it is treated as sealed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OpinionKind>))]
public enum OpinionKind
{
    /// <summary>A suggestion or opinion (建议意见类): the only kind that may feed a deputy's suggestion.</summary>
    SuggestionOrOpinion,

    /// <summary>A request for redress (申诉求决类).</summary>
    Redress,

    /// <summary>A report of wrongdoing (检举控告类): stays sealed (CIT-30).</summary>
    Wrongdoing,

    /// <summary>Related to litigation (涉法涉诉).</summary>
    Litigation,

    /// <summary>Outside what the congress deals with.</summary>
    OutOfScope,
}
