using NodaTime;

namespace Qijiang.Core.Congresses;

/// <summary>One office held by one person: a deputy's seat, a post at a body.</summary>
/// <param name="Id">Which.</param>
/// <param name="Office">The office.</param>
/// <param name="Body">The body it belongs to; null for a deputy's seat.</param>
/// <param name="District">The electoral district of a deputy's seat; null for other offices.</param>
/// <param name="From">The first day.</param>
/// <param name="ConfirmedOn">The day on which a deputy's credentials were confirmed (DEP-04); null for other offices, and while that is open.</param>
/// <param name="LastDay">The last day; null while it is held.</param>
/// <param name="Suspensions">When the deputy was suspended (DEP-05).</param>
public sealed record Mandate(
    MandateId Id, Office Office, BodyId? Body, ElectoralDistrictId? District, LocalDate From,
    LocalDate? ConfirmedOn = null, LocalDate? LastDay = null, ValueList<Suspension> Suspensions = default)
{
    /// <summary>The latest suspension; null where there was none.</summary>
    public Suspension? LastSuspension => Suspensions is { Count: > 0 } all ? all[^1] : null;

    /// <summary>Whether it is held on a day, whatever may be done in it: a suspended deputy keeps the seat.</summary>
    /// <param name="day">The day.</param>
    public bool IsHeldOn(LocalDate day) => From <= day && (LastDay is null || day <= LastDay);

    /// <summary>Whether it may be exercised on a day: a deputy's only once confirmed (DEP-04), and not while suspended (DEP-05).</summary>
    /// <param name="day">The day.</param>
    public bool MayActOn(LocalDate day) =>
        IsHeldOn(day) && (Office is not Office.Deputy || ConfirmedOn <= day) && Suspensions.All(s => day < s.From || day >= s.Until);
}
