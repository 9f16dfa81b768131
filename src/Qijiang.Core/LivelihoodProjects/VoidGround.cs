using System.Text.Json.Serialization;

namespace Qijiang.Core.LivelihoodProjects;

// Stored for ever by these names: add, never rename or remove.

/// <summary>Why a poll is void.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VoidGround>))]
public enum VoidGround
{
    /// <summary>More ballots were collected than issued (LIV-15).</summary>
    OverCollected,

    /// <summary>The ballots can't be opened any more.</summary>
    KeyLost,

    /// <summary>The Presidium declared it void for another reason, which it states.</summary>
    Declared,
}
