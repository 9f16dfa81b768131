using System.Text.Json.Serialization;

namespace Qijiang.Core.Ballots;

// Stored for ever by these names: add, never rename or remove.

/// <summary>Whether a poll says anything at all.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PollVerdict>))]
public enum PollVerdict
{
    /// <summary>It is valid, and its result stands.</summary>
    Valid,

    /// <summary>Too few deputies were present (CONG-02).</summary>
    NoQuorum,

    /// <summary>More ballots came back than were given out: void, vote again (LIV-15).</summary>
    Void,
}
