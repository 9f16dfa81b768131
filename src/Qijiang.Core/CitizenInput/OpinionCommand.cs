using NodaTime;
using Qijiang.Core.Congresses;
using Qijiang.Core.Suggestions;

namespace Qijiang.Core.CitizenInput;

/// <summary>What someone wants done with a citizen's opinion.</summary>
public abstract record OpinionCommand
{
    private OpinionCommand() { }

    /// <summary>Who acts, in which office.</summary>
    public required Actor By { get; init; }

    /// <summary>The date of the act in law.</summary>
    public required LocalDate OccurredOn { get; init; }

    /// <summary>Receives it, through whichever door: mini-program, WeChat message, station (CIT-10: every item is registered).</summary>
    /// <param name="Id">Its id, also the number that the citizen is given.</param>
    /// <param name="From">The citizen; where staff enter it, the one on whose behalf.</param>
    /// <param name="Words">What the citizen said.</param>
    /// <param name="Manner">How it was said.</param>
    public sealed record Receive(OpinionId Id, PersonId From, PersonalText Words, OpinionManner Manner = OpinionManner.Typed) : OpinionCommand
    {
        /// <summary>What it is about, in the citizen's words.</summary>
        public PersonalText? Title { get; init; }

        /// <summary>Where, coarsely.</summary>
        public PersonalText? Place { get; init; }

        /// <summary>The citizen's name; needed for a notice, never for recording (CIT-32).</summary>
        public PersonalText? Name { get; init; }

        /// <summary>How to reach the citizen.</summary>
        public PersonalText? Contact { get; init; }

        /// <summary>The electoral district it concerns.</summary>
        public ElectoralDistrictId? District { get; init; }
    }

    /// <summary>Settles what it is in law (CIT-02, CIT-03); by a person, once and for all.</summary>
    /// <param name="Kind">The kind.</param>
    /// <param name="District">The electoral district it concerns, where that was not known.</param>
    public sealed record SettleKind(OpinionKind Kind, ElectoralDistrictId? District = null) : OpinionCommand;

    /// <summary>Hands it to a deputy of its electoral district; only a suggestion or opinion (CIT-03).</summary>
    /// <param name="Deputy">The deputy.</param>
    /// <param name="District">The deputy's electoral district, from the mandates.</param>
    public sealed record HandToDeputy(PersonId Deputy, ElectoralDistrictId District) : OpinionCommand;

    /// <summary>Tells the citizen in writing (CIT-10).</summary>
    /// <param name="Kind">What is told.</param>
    /// <param name="Text">The notice.</param>
    public sealed record GiveNotice(NoticeKind Kind, OfficialText Text) : OpinionCommand;

    /// <summary>Refers it: tells the citizen where to go, or hands a report of wrongdoing to supervision, then by decision (CIT-30).</summary>
    /// <param name="To">Where to.</param>
    /// <param name="Explanation">Why.</param>
    /// <param name="Decision">The decision; needed for a report of wrongdoing.</param>
    public sealed record Refer(OfficialText To, OfficialText Explanation, Decision? Decision = null) : OpinionCommand;

    /// <summary>Notes the suggestion that came of it; only of a suggestion or opinion (CIT-03). By Qijiang, from the suggestion's event.</summary>
    /// <param name="Suggestion">The suggestion.</param>
    public sealed record LinkSuggestion(SuggestionId Suggestion) : OpinionCommand;

    /// <summary>Closes it (办结). Deputies forward and follow up; they never close (DUTY-04).</summary>
    /// <param name="Outcome">What came of it.</param>
    public sealed record Close(OfficialText Outcome) : OpinionCommand;
}
