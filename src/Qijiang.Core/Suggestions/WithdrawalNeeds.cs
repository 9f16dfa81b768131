using System.Text.Json.Serialization;

namespace Qijiang.Core.Suggestions;

// Stored for ever by these names: add, never rename or remove.

/// <summary>Whose word withdraws a joint suggestion (SUG-07).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WithdrawalNeeds>))]
public enum WithdrawalNeeds
{
    /// <summary>The lead deputy's and every co-signer's.</summary>
    EverySignatory,

    /// <summary>The lead deputy's alone.</summary>
    Lead,
}
