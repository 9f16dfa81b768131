using System.Text.Json.Serialization;

namespace Qijiang.Core.Ballots;

// Stored for ever by these names: add, never rename or remove.

/// <summary>What follows when fewer pass than there are seats (LIV-20).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ShortfallPolicy>))]
public enum ShortfallPolicy
{
    /// <summary>The seats stay empty (空缺).</summary>
    LeaveEmpty,

    /// <summary>A second vote on those that did not pass, by the same majority (再次表决).</summary>
    SecondVote,

    /// <summary>The Presidium decides (主席团决定).</summary>
    PresidiumDecides,
}
