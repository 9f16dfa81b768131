using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;

namespace Qijiang.Core.Suggestions;

/// <summary>How far a committed item has come (落实). Each case holds only what is true in it.</summary>
public abstract record Delivery
{
    private Delivery() { }

    /// <summary>Whether nothing more is to come of it.</summary>
    public bool IsFinal => this is Accepted or ResolvedByDesk;

    /// <summary>How delivery was evaluated; null where it has not been.</summary>
    public Grading? Graded => this switch
    {
        Accepted s => s.Grading,
        BeforeMeeting s => s.Grading,
        _ => null,
    };

    /// <summary>Promised, and not yet reported as delivered.</summary>
    public sealed record Promised : Delivery;

    /// <summary>The promised day has passed without a report: the matter is back on the desk by itself.</summary>
    /// <param name="Since">The day it lapsed.</param>
    public sealed record Lapsed(LocalDate Since) : Delivery;

    /// <summary>Reported as delivered; the deputy evaluates (SUG-31).</summary>
    /// <param name="Owed">Within what the deputy evaluates.</param>
    /// <param name="Report">The report.</param>
    /// <param name="Urged">Whether the deputy was reminded after the time was over (SUG-36).</param>
    public sealed record Reported(StatutoryPeriod Owed, OfficialText Report, bool Urged = false) : Delivery;

    /// <summary>Evaluated as satisfied or basically satisfied: struck off the list (销号).</summary>
    /// <param name="Grading">How it was evaluated.</param>
    public sealed record Accepted(Grading Grading) : Delivery;

    /// <summary>Dissatisfied with delivery: not handled again, but straight to the convened meeting (SUG-35).</summary>
    /// <param name="Grading">How it was evaluated.</param>
    /// <param name="Because">The rule that sends it there.</param>
    public sealed record BeforeMeeting(Grading Grading, RuleRef Because) : Delivery;

    /// <summary>The desk's handling opinion has ended it.</summary>
    /// <param name="Decision">The decision that carries the opinion.</param>
    public sealed record ResolvedByDesk(Decision Decision) : Delivery;
}
