using Qijiang.Core.Suggestions;

namespace Qijiang.Core.CitizenInput;

/// <summary>Tells a citizen where the matter stands. Says nothing of a sealed one but that it is there.</summary>
public static class OpinionStanding
{
    /// <summary>The sentence; null where nothing has been received.</summary>
    /// <param name="opinion">The opinion.</param>
    /// <param name="linked">The suggestions that came of it, in the order in which they were linked.</param>
    public static Standing? Of(Opinion opinion, IReadOnlyList<Suggestion> linked) => (opinion, opinion.Received) switch
    {
        (_, null) => null,
        (Opinion.Closed { Kind: OpinionKind.Wrongdoing }, _) => new("standing.confidential-closed"),
        (Opinion.SealedReport, _) => new("standing.confidential"),
        (Opinion.Unsettled, { Notice: null, NoticeOwed: { } owed } i) => new("standing.received-notice-follows", i.Title, Owed: owed),
        (Opinion.Unsettled, { } i) => new("standing.received", i.Title),
        (Opinion.Elsewhere { Referred: null }, { } i) => new("standing.being-referred", i.Title),
        (Opinion.Elsewhere or Opinion.Closed { Kind: not OpinionKind.Suggestion }, { } i) => new("standing.referred", i.Title),
        (_, { } i) when Telling(linked) is { } suggestion => SuggestionStanding.Of(suggestion, i.Title),
        (Opinion.Closed, { } i) => new("standing.closed", i.Title),
        (Opinion.Open { Deputies.Count: > 0 }, { } i) => new("standing.with-deputy", i.Title),
        (_, { } i) => new("standing.registered", i.Title),
    };

    // Of several, the one that is still alive; else the last.
    private static Suggestion? Telling(IReadOnlyList<Suggestion> linked) =>
        linked.FirstOrDefault(s => s is Suggestion.Submitted or Suggestion.AwaitingAssignment or Suggestion.WithCoordinatingOffice or Suggestion.InHand)
        ?? linked.LastOrDefault(s => s is not Suggestion.NotSubmitted);
}
