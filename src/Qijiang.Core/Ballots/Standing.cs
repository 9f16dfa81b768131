using System.Text.Json.Serialization;

namespace Qijiang.Core.Ballots;

// Stored for ever by these names: add, never rename or remove.

/// <summary>Where a candidate stands after the count.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Standing>))]
public enum Standing
{
    /// <summary>Adopted (通过).</summary>
    Adopted,

    /// <summary>Without the majority of all deputies (未过半数; LIV-17).</summary>
    BelowMajority,

    /// <summary>With the majority, but others with more votes have taken the seats (LIV-18).</summary>
    BeyondSeats,

    /// <summary>Tied across the last seat; not decided yet (LIV-19).</summary>
    Tied,

    /// <summary>The poll says nothing of it: no quorum, or void.</summary>
    Undecided,
}
