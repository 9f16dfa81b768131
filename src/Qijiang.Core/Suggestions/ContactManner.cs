using System.Text.Json.Serialization;

namespace Qijiang.Core.Suggestions;

// Stored for ever by these names: add, never rename or remove.

/// <summary>How an agency met the deputy (SUG-15).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ContactManner>))]
public enum ContactManner
{
    /// <summary>A visit (走访).</summary>
    Visit,

    /// <summary>A talk (座谈).</summary>
    Talk,

    /// <summary>Research done together (调研).</summary>
    JointResearch,

    /// <summary>A call or message (电话、信息).</summary>
    Call,
}
