using System.Text.Json.Serialization;

namespace Qijiang.Core.Obligations;

// Stored for ever by these names: add, never rename or remove.

/// <summary>Who is told by a reminder.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Audience>))]
public enum Audience
{
    /// <summary>Whoever owes it.</summary>
    Owing,

    /// <summary>Whoever it is owed to.</summary>
    Owed,

    /// <summary>The principal leader of the agency that owes it (主要负责人).</summary>
    OwingPrincipal,

    /// <summary>The government's coordinating office (政府办公室).</summary>
    CoordinatingOffice,

    /// <summary>The desk (人代工委).</summary>
    Desk,

    /// <summary>The Chairs' Meeting (主任会议); in a town the Presidium (主席团).</summary>
    ChairsMeeting,

    /// <summary>The committee or commission of the congress that follows the matter's field (专门委员会、工作委员会).</summary>
    Committee,

    /// <summary>The congress of the town, or the commission of the sub-district, where the matter lies (镇人大、街道人大工委).</summary>
    LocalCongress,
}
