using System.Text.Json.Serialization;

namespace Qijiang.Core.Congresses;

// Stored for ever by these names: add, never rename or remove.

/// <summary>Why a mandate ended. The first eight are the grounds on which a deputy's seat ends (DEP-06).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MandateEnd>))]
public enum MandateEnd
{
    /// <summary>Moved away or transferred out of the area.</summary>
    MovedAway,

    /// <summary>The resignation was accepted.</summary>
    Resigned,

    /// <summary>Ordered to resign (责令辞职), and accepted.</summary>
    OrderedToResign,

    /// <summary>Absent without leave from two sessions.</summary>
    Absent,

    /// <summary>Recalled by the voters.</summary>
    Recalled,

    /// <summary>Lost Chinese nationality.</summary>
    NationalityLost,

    /// <summary>Deprived of political rights.</summary>
    RightsLost,

    /// <summary>Lost legal capacity.</summary>
    CapacityLost,

    /// <summary>Died.</summary>
    Died,

    /// <summary>The term is over.</summary>
    TermOver,

    /// <summary>Relieved of the post; for offices that are no seats.</summary>
    Relieved,
}
