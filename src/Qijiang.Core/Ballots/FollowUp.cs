using System.Text.Json.Serialization;

namespace Qijiang.Core.Ballots;

/// <summary>What has to follow a count, by the poll's own rules.</summary>
/// <param name="Kind">What follows.</param>
/// <param name="Among">On which candidates.</param>
/// <param name="Seats">How many seats are open among them.</param>
public sealed record FollowUp(FollowUpKind Kind, ValueList<string> Among, int Seats);

// Stored for ever by these names: add, never rename or remove.

/// <summary>What follows a count that has not settled everything.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FollowUpKind>))]
public enum FollowUpKind
{
    /// <summary>A vote again among the tied alone; the highest wins (LIV-19).</summary>
    ReVote,

    /// <summary>A second vote on those without the majority (LIV-20).</summary>
    SecondVote,

    /// <summary>The Presidium decides.</summary>
    PresidiumDecides,

    /// <summary>Seats stay empty (LIV-20).</summary>
    SeatsEmpty,

    /// <summary>The whole poll again (LIV-15).</summary>
    WholePollAgain,
}
