using System.Text.Json.Serialization;

namespace Qijiang.Core.Ballots;

// Stored for ever by these names: add, never rename or remove.

/// <summary>Who counts as "all deputies" (全体代表) when quorum and majority are computed. The statute is silent on the suspended (CONG-04).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AllDeputiesBase>))]
public enum AllDeputiesBase
{
    /// <summary>Every seat filled at that time, suspended deputies among them (实有代表).</summary>
    InOfficeSuspendedIncluded,

    /// <summary>Without those suspended from acting as deputies (暂停执行代表职务).</summary>
    InOfficeSuspendedExcluded,
}
