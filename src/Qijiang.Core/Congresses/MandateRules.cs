using NodaTime;
using Qijiang.Core.Law;

namespace Qijiang.Core.Congresses;

/// <summary>The rules of mandates for one level of congress on one day.</summary>
/// <param name="set">The rule set of the congress.</param>
/// <param name="level">Its level.</param>
/// <param name="on">The day of the act.</param>
public sealed class MandateRules(RuleSet set, CongressLevel level, LocalDate on)
{
    /// <summary>That a deputy acts only once confirmed (DEP-04).</summary>
    public Rule<bool> ConfirmedBeforeActing => set.Get<bool>("deputy.confirmedBeforeActing", level, on);

    /// <summary>That a suspended deputy keeps the seat and can't act (DEP-05).</summary>
    public Rule<bool> SuspendedMayNotAct => set.Get<bool>("deputy.suspendedMayNotAct", level, on);

    /// <summary>That the end of a seat is announced (DEP-06).</summary>
    public Rule<bool> EndIsAnnounced => set.Get<bool>("deputy.endIsAnnounced", level, on);
}
