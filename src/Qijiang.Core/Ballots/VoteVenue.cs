using System.Text.Json.Serialization;

namespace Qijiang.Core.Ballots;

// Stored for ever by these names: add, never rename or remove.

/// <summary>Where the ballots are cast (LIV-14b).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VoteVenue>))]
public enum VoteVenue
{
    /// <summary>At the plenary sitting (全体会议).</summary>
    Plenary,

    /// <summary>In the delegations, with one joint count (分团投票、集中计票).</summary>
    Delegations,
}
