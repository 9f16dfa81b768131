using System.Text.Json.Serialization;

namespace Qijiang.Core.Ballots;

// Stored for ever by these names: add, never rename or remove.

/// <summary>What it takes to be adopted.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Threshold>))]
public enum Threshold
{
    /// <summary>More than half of all deputies (全体代表的过半数), never of those present or of valid ballots (LIV-17).</summary>
    MajorityOfAll,

    /// <summary>The most votes: in a re-vote among the tied, which have had their majority (LIV-19).</summary>
    HighestWins,
}
