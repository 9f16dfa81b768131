using System.Text.Json.Serialization;

namespace Qijiang.Core.Congresses;

// Stored for ever by these names: add, never rename or remove.

/// <summary>Why a deputy is suspended (DEP-05). There are two grounds only.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SuspensionGround>))]
public enum SuspensionGround
{
    /// <summary>Detained in a criminal case under investigation, prosecution or trial.</summary>
    CriminalCase,

    /// <summary>Serving control, criminal detention or fixed-term imprisonment without deprivation of political rights.</summary>
    Serving,
}
