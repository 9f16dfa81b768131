using System.Collections.Immutable;
using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;

namespace Qijiang.Core.CitizenInput;

/// <summary>The rules of citizens' input for one level of congress on one day: that of the act to be decided.</summary>
/// <param name="set">The rule set of the congress.</param>
/// <param name="level">Its level.</param>
/// <param name="on">The day of the act.</param>
public sealed class OpinionRules(RuleSet set, CongressLevel level, LocalDate on)
{
    /// <summary>The keys that these rules ask for.</summary>
    public static ImmutableArray<RuleKey> Keys { get; } = RuleKey.Of(
        Capability.CitizenInput,
        ("citizen.kindSettledByPerson", typeof(bool)),
        ("citizen.feedsSuggestions", typeof(OpinionKind)),
        ("citizen.wrongdoingSealed", typeof(bool)),
        ("citizen.noticeWithin", typeof(TimeLimit)),
        ("citizen.noticeNeedsReachableSender", typeof(bool)),
        ("deputy.forwardsOnly", typeof(bool)));

    /// <summary>That a person settles the kind, and that it is sealed until then (CIT-02).</summary>
    public Rule<bool> KindSettledByPerson => set.Get<bool>("citizen.kindSettledByPerson", level, on);

    /// <summary>The kind that may lead to a deputy's suggestion (CIT-03).</summary>
    public Rule<OpinionKind> FeedsSuggestions => set.Get<OpinionKind>("citizen.feedsSuggestions", level, on);

    /// <summary>That a report of wrongdoing stays sealed (CIT-30).</summary>
    public Rule<bool> WrongdoingSealed => set.Get<bool>("citizen.wrongdoingSealed", level, on);

    /// <summary>Within what the citizen is told in writing (CIT-10).</summary>
    public Rule<TimeLimit> NoticeWithin => set.Get<TimeLimit>("citizen.noticeWithin", level, on);

    /// <summary>Whether no notice is owed to who can't be reached (CIT-10, CIT-32).</summary>
    public Rule<bool> NoticeNeedsReachableSender => set.Get<bool>("citizen.noticeNeedsReachableSender", level, on);

    /// <summary>That deputies forward and don't settle matters themselves (DUTY-04).</summary>
    public Rule<bool> DeputyForwardsOnly => set.Get<bool>("deputy.forwardsOnly", level, on);
}
