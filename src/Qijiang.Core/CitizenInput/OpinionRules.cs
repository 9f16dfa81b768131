using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;

namespace Qijiang.Core.CitizenInput;

/// <summary>The rules of citizens' input for one level of congress on one day.</summary>
/// <param name="set">The rule set of the congress.</param>
/// <param name="level">Its level.</param>
/// <param name="on">The day of the act.</param>
public sealed class OpinionRules(RuleSet set, CongressLevel level, LocalDate on)
{
    /// <summary>Within what the citizen is told in writing (CIT-10).</summary>
    public Rule<TimeLimit> NoticeWithin => set.Get<TimeLimit>("citizen.noticeWithin", level, on);

    /// <summary>Whether no notice is owed where name or address is unclear (CIT-10).</summary>
    public Rule<bool> NoticeNeedsReachableSender => set.Get<bool>("citizen.noticeNeedsReachableSender", level, on);

    /// <summary>The kind that may feed a deputy's suggestion (CIT-03).</summary>
    public Rule<OpinionKind> FeedsSuggestion => set.Get<OpinionKind>("citizen.feedsSuggestion", level, on);

    /// <summary>The kind that stays sealed (CIT-30).</summary>
    public Rule<OpinionKind> StaysSealed => set.Get<OpinionKind>("citizen.staysSealed", level, on);
}
