using System.Text.Json.Serialization;

namespace Qijiang.Core.CitizenInput;

// Stored for ever by these names: add, never rename or remove.

/// <summary>How it was said.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OpinionManner>))]
public enum OpinionManner
{
    /// <summary>Typed by the citizen.</summary>
    Typed,

    /// <summary>Said in person and written down by staff.</summary>
    Spoken,

    /// <summary>Said on the telephone and written down by staff.</summary>
    Phoned,

    /// <summary>A letter, entered by staff.</summary>
    Letter,
}
