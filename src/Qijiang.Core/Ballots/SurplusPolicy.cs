using System.Text.Json.Serialization;

namespace Qijiang.Core.Ballots;

// Stored for ever by these names: add, never rename or remove.

/// <summary>Who takes the seats where more pass than there are (LIV-18).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SurplusPolicy>))]
public enum SurplusPolicy
{
    /// <summary>Those with the most votes for them.</summary>
    MostVotes,
}
