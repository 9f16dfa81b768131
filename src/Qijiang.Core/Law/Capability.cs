namespace Qijiang.Core.Law;

/// <summary>The capabilities that rules belong to, named as their folders are; some are yet to come.</summary>
public enum Capability
{
    /// <summary>Working days, periods, deadlines.</summary>
    Calendar,

    /// <summary>Congresses, bodies, offices, decisions.</summary>
    Congresses,

    /// <summary>Deputies' seats, groups, duty records, receptions; to come.</summary>
    Deputies,

    /// <summary>Citizens' opinions, petitions, sealed reports.</summary>
    CitizenInput,

    /// <summary>Deputies' suggestions (代表建议).</summary>
    Suggestions,

    /// <summary>Livelihood projects (民生实事项目) and their polls.</summary>
    LivelihoodProjects,

    /// <summary>Ballots and their tally; satisfaction evaluations (满意度测评) to come.</summary>
    Ballots,

    /// <summary>Who owes what to whom by when; reminders.</summary>
    Obligations,

    /// <summary>Sessions and meetings, motions, quorum calls; to come.</summary>
    Meetings,

    /// <summary>Reports, inquiries, inspections, issue lists (“两清”); to come.</summary>
    Supervision,

    /// <summary>Filing and review of normative documents, legislative contact points; to come.</summary>
    Legislation,

    /// <summary>Counts, rates and scores; to come.</summary>
    Indicators,

    /// <summary>Protection, retention and erasure of what is personal.</summary>
    PersonalData,

    /// <summary>Attachments and archive packages; to come.</summary>
    Content,
}
