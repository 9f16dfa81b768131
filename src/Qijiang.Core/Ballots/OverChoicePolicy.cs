using System.Text.Json.Serialization;

namespace Qijiang.Core.Ballots;

// Stored for ever by these names: add, never rename or remove.

/// <summary>What becomes of a ballot with more marks than allowed (LIV-16).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OverChoicePolicy>))]
public enum OverChoicePolicy
{
    /// <summary>It is void (无效). A device refuses it before it is cast.</summary>
    VoidBallot,
}
