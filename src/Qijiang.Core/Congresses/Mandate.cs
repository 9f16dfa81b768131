using NodaTime;

namespace Qijiang.Core.Congresses;

/// <summary>One office of one person, from when to when (任职). A deputy's seat is one too.</summary>
/// <param name="Office">The office.</param>
/// <param name="Body">The body or agency it belongs to; null for a deputy.</param>
/// <param name="District">The electoral district that a deputy was elected in.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The first day on which it is no longer held; null: open (a term's end is an event, DEP-01).</param>
/// <param name="ConfirmedOn">For a deputy: when the credentials were confirmed (DEP-04); without it no act is possible.</param>
/// <param name="Suspensions">Times in which the seat is kept but no act is possible (DEP-05).</param>
public sealed record Mandate(
    Office Office, BodyId? Body, ElectoralDistrictId? District, LocalDate From, LocalDate? Until, LocalDate? ConfirmedOn, ValueList<Suspension> Suspensions)
{
    /// <summary>Whether the seat or office is held on a day, suspended or not.</summary>
    /// <param name="day">The day.</param>
    public bool IsHeldOn(LocalDate day) => From <= day && (Until is null || day < Until);

    /// <summary>Whether acts are possible on a day: held, not suspended, and for a deputy confirmed.</summary>
    /// <param name="day">The day.</param>
    public bool CanActOn(LocalDate day) =>
        IsHeldOn(day)
        && (Office != Office.Deputy || ConfirmedOn <= day)
        && !Suspensions.Any(s => s.From <= day && (s.Until is null || day < s.Until));
}

/// <summary>A time in which a deputy's acts are suspended (暂停执行代表职务, DEP-05).</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The first day on which acts are possible again; null: still suspended.</param>
/// <param name="Ground">Why; null where it was not entered.</param>
public sealed record Suspension(LocalDate From, LocalDate? Until, SuspensionGround? Ground = null);
