using NodaTime;
using Qijiang.Core.Congresses;
using Qijiang.Core.Suggestions;

namespace Qijiang.Core.CitizenInput;

/// <summary>What someone wants done with a citizen's opinion. Whether <see cref="By"/> holds the office on that day is asked of the mandates first.</summary>
public abstract record OpinionCommand
{
    private OpinionCommand() { }

    /// <summary>Who acts, in which office, on whose behalf.</summary>
    public required Actor By { get; init; }

    /// <summary>The date of the act in law.</summary>
    public required LocalDate OccurredOn { get; init; }

    /// <summary>Receives an opinion, through whichever door it came.</summary>
    /// <param name="Id">Its id, the number the citizen is given.</param>
    /// <param name="Sender">Who wrote or spoke.</param>
    /// <param name="Words">What was written or said, as it was.</param>
    /// <param name="Place">Where it is about, coarsely; null where it was not said.</param>
    /// <param name="Reachable">Whether an answer can reach the citizen; no notice is owed otherwise (CIT-10).</param>
    public sealed record Receive(OpinionId Id, Sender Sender, PersonalText Words, PersonalText? Place, bool Reachable) : OpinionCommand;

    /// <summary>Settles what it is in law (CIT-02, CIT-03). By a person, never by a machine alone (PI-13).</summary>
    /// <param name="Kind">The kind.</param>
    public sealed record SettleKind(OpinionKind Kind) : OpinionCommand;

    /// <summary>Hands it to a deputy of the electoral district, who may raise a suggestion in words of his or her own.</summary>
    /// <param name="Deputy">The deputy.</param>
    public sealed record HandToDeputy(PersonId Deputy) : OpinionCommand;

    /// <summary>Tells the citizen in writing (CIT-10).</summary>
    /// <param name="Notice">What is told.</param>
    /// <param name="Text">The words of the notice.</param>
    public sealed record GiveNotice(Notice Notice, OfficialText Text) : OpinionCommand;

    /// <summary>Links a suggestion that it has inspired.</summary>
    /// <param name="Suggestion">The suggestion.</param>
    public sealed record LinkSuggestion(SuggestionId Suggestion) : OpinionCommand;

    /// <summary>Closes it with a last word to the citizen.</summary>
    /// <param name="Result">How it ended.</param>
    public sealed record Close(OfficialText Result) : OpinionCommand;
}
