using System.Text.Json.Serialization;

namespace Qijiang.Core.Ballots;

// Stored for ever by these names: add, never rename or remove.

/// <summary>What follows when more ballots are collected than were issued (LIV-15).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OverCollectedPolicy>))]
public enum OverCollectedPolicy
{
    /// <summary>The whole poll is void and voted again.</summary>
    VoidPoll,
}
