using System.Text.Json.Serialization;

namespace Qijiang.Core.Ballots;

// Stored for ever by these names: add, never rename or remove.

/// <summary>What follows a tie across the last seat (LIV-19). Never broken by id, order on the ballot or time.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TiePolicy>))]
public enum TiePolicy
{
    /// <summary>A vote again among the tied alone; the highest wins (再次投票).</summary>
    ReVote,

    /// <summary>The Presidium decides (主席团决定).</summary>
    PresidiumDecides,

    /// <summary>All the tied are adopted, beyond the number of seats (一并列入).</summary>
    AdoptAll,
}
