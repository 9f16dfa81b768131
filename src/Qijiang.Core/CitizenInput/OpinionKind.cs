using System.Text.Json.Serialization;

namespace Qijiang.Core.CitizenInput;

// Stored for ever by these names: add, never rename or remove.

/// <summary>What a citizen's message is in law (CIT-03). A person settles it (CIT-02).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OpinionKind>))]
public enum OpinionKind
{
    /// <summary>A suggestion or opinion (建议意见类). The only kind that may lead to a deputy's suggestion.</summary>
    Suggestion,

    /// <summary>A request for redress (申诉求决类).</summary>
    Redress,

    /// <summary>A report of wrongdoing (检举控告类): stays sealed (CIT-30).</summary>
    Wrongdoing,

    /// <summary>Concerns litigation (涉法涉诉).</summary>
    Litigation,

    /// <summary>Out of scope.</summary>
    OutOfScope,
}
