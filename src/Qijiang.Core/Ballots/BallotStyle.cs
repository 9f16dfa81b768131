using System.Text.Json.Serialization;

namespace Qijiang.Core.Ballots;

// Stored for ever by these names: add, never rename or remove.

/// <summary>How a ballot is marked (LIV-14). An order of preference is not supported.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BallotStyle>))]
public enum BallotStyle
{
    /// <summary>For, against or abstain on each candidate (逐项表决).</summary>
    PerItemYesNoAbstain,

    /// <summary>For, against or abstain on the list as a whole (整体表决).</summary>
    WholeListYesNoAbstain,

    /// <summary>Tick at most as many candidates as there are seats (限额勾选).</summary>
    TickUpToSeats,
}
