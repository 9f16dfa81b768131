using System.Text.Json.Serialization;

namespace Qijiang.Core.Congresses;

// Stored for ever by these names: add, never rename or remove.

/// <summary>Kinds of bodies that can decide or act.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BodyKind>))]
public enum BodyKind
{
    /// <summary>The full congress in session (人民代表大会会议).</summary>
    Congress,

    /// <summary>The Presidium (主席团); in towns also between sessions.</summary>
    Presidium,

    /// <summary>The Standing Committee (常务委员会).</summary>
    StandingCommittee,

    /// <summary>The Chairs' Meeting (主任会议).</summary>
    ChairsMeeting,

    /// <summary>The deputies' affairs commission, the intake desk (人代工委); in towns the Presidium's office.</summary>
    Desk,

    /// <summary>The session secretariat (大会秘书处).</summary>
    SessionSecretariat,

    /// <summary>The government's office that assigns to agencies (政府办公室).</summary>
    CoordinatingOffice,

    /// <summary>A handling agency (承办单位).</summary>
    Agency,

    /// <summary>A deputies' station or another place where citizens are received (代表家站点).</summary>
    Station,

    /// <summary>A special committee or a commission of the Standing Committee, which follows a field (专门委员会、工作委员会).</summary>
    Committee,

    /// <summary>The congress of a town below this one, or the Standing Committee's commission in a sub-district (镇人大、街道人大工委).</summary>
    LocalCongress,
}
