using Qijiang.Core.Suggestions;
using static Qijiang.Core.Suggestions.Stage;

namespace Qijiang.Core.CitizenInput;

/// <summary>Where the suggestion stands that came of a citizen's opinion, said for the citizen.</summary>
internal static class SuggestionStanding
{
    public static Standing Of(Suggestion suggestion, PersonalText? title) => suggestion switch
    {
        Suggestion.Submitted => new("standing.suggested", title),
        Suggestion.AwaitingAssignment { Owed: { } owed } => new("standing.being-assigned-by", title, Owed: owed),
        Suggestion.AwaitingAssignment => new("standing.being-assigned", title),
        Suggestion.WithCoordinatingOffice s => new("standing.being-passed-on", title, s.To),
        Suggestion.Returned => new("standing.not-admitted", title),
        Suggestion.TakenAsReference s => new("standing.taken-as-reference", title, s.To),
        Suggestion.Merged => new("standing.merged", title),
        Suggestion.Withdrawn => new("standing.withdrawn", title),
        Suggestion.InHand s => Of(s, title),
        _ => new("standing.registered", title),
    };

    // The lead's or the separate handlers' parts tell; among them what is furthest from done.
    private static Standing Of(Suggestion.InHand s, PersonalText? title)
    {
        var parts = s.Handlings.Where(h => h.Role is not HandlingRole.CoHandler).ToList();
        return parts.Select(p => OfAnswer(p, title)).FirstOrDefault(x => x is not null)
            ?? s.Handlings.SelectMany(p => p.Commitments.Select(c => OfPromise(p, c, title))).FirstOrDefault(x => x is not null)
            ?? new("standing.done", title, parts.Count == 1 ? parts[0].Agency : null);
    }

    private static Standing? OfAnswer(Handling part, PersonalText? title) => part.Stage switch
    {
        Replying { Round: 0 } s => new("standing.being-handled", title, part.Agency, s.Owed),
        Replying s => new("standing.being-rehandled", title, part.Agency, s.Owed),
        ReturnAsked s => new("standing.being-reassigned", title, part.Agency, s.DecideWithin),
        Evaluating => new("standing.replied", title, part.Agency),
        BeforeDesk or DemandSent => new("standing.dissatisfied", title, part.Agency),
        BeforeMeeting => new("standing.before-meeting", title, part.Agency),
        _ => null,
    };

    private static Standing? OfPromise(Handling part, Commitment item, PersonalText? title) => item.Delivery switch
    {
        Delivery.Promised => new("standing.promised", title, part.Agency, On: item.PromisedFor),
        Delivery.Lapsed => new("standing.promise-lapsed", title, part.Agency, On: item.PromisedFor),
        Delivery.Reported => new("standing.delivered", title, part.Agency),
        Delivery.BeforeMeeting => new("standing.before-meeting", title, part.Agency),
        _ => null,
    };
}
