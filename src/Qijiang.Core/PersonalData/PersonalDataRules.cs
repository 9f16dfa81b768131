using System.Collections.Immutable;
using NodaTime;
using Qijiang.Core.CitizenInput;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;

namespace Qijiang.Core.PersonalData;

/// <summary>The rules of keeping and erasing what is personal, on one day: that of the act to be decided.</summary>
/// <param name="set">The rule set of the congress.</param>
/// <param name="level">Its level.</param>
/// <param name="on">The day of the act.</param>
public sealed class PersonalDataRules(RuleSet set, CongressLevel level, LocalDate on)
{
    /// <summary>The keys that these rules ask for.</summary>
    public static ImmutableArray<RuleKey> Keys { get; } = RuleKey.Of(
        Capability.PersonalData,
        ("personalData.erasable", typeof(RetentionClass)),
        ("personalData.unhandledOpinion", typeof(RetentionClass)),
        ("personalData.handledOpinion", typeof(RetentionClass)));

    /// <summary>The class whose records may be erased when their sender asks (ARC-02).</summary>
    public Rule<RetentionClass> Erasable => set.Get<RetentionClass>("personalData.erasable", level, on);

    /// <summary>The class of a citizen's opinion that nobody has handled (ARC-04).</summary>
    public Rule<RetentionClass> UnhandledOpinion => set.Get<RetentionClass>("personalData.unhandledOpinion", level, on);

    /// <summary>The class of one that was handled (ARC-04).</summary>
    public Rule<RetentionClass> HandledOpinion => set.Get<RetentionClass>("personalData.handledOpinion", level, on);

    /// <summary>How long an opinion is kept as it stands. It is handled once the citizen was told, or it went to anybody; a report of wrongdoing from the beginning.</summary>
    /// <param name="opinion">How it stands.</param>
    public RetentionClass ClassOf(Opinion opinion) => IsHandled(opinion) ? HandledOpinion.Value : UnhandledOpinion.Value;

    private static bool IsHandled(Opinion opinion) => opinion.Received?.Notice is not null || opinion switch
    {
        Opinion.Open open => open.Deputies.Count > 0 || open.Suggestions.Count > 0,
        Opinion.Elsewhere elsewhere => elsewhere.Referred is not null,
        Opinion.SealedReport or Opinion.Closed => true,
        _ => false,
    };
}
