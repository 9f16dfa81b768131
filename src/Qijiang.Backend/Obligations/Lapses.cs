using NodaTime;
using Qijiang.Backend.Storage;
using Qijiang.Backend.Suggestions;
using Qijiang.Core.Congresses;
using Qijiang.Core.Obligations;
using Qijiang.Core.Suggestions;

namespace Qijiang.Backend.Obligations;

/// <summary>What follows by itself when a last day has passed: a promise that was not kept comes back to the desk; a deputy who was reminded to evaluate counts as reminded (SUG-36).</summary>
public sealed class Lapses(SuggestionUseCases suggestions)
{
    /// <summary>Does what follows, once; false where nothing follows.</summary>
    public async Task<bool> FollowAsync(Congress.Established congress, OpenObligation obligation, LocalDate due, CancellationToken cancel)
    {
        if (obligation.About is not Matter.OfSuggestion { Id: var id, Agency: { } agency } matter) return false;
        var stamp = $"lapse|{obligation.Id}";
        // It happened when the last day was over, however late the timer came.
        var day = due.PlusDays(1);
        var act = new Act(new CommandStamp(stamp, stamp), Actor.Qijiang, day, Channel.System);
        SuggestionCommand? command = (obligation.Kind, matter.Commitment) switch
        {
            (ObligationKind.Commitment, { } item) => new SuggestionCommand.LapseCommitment(agency, item) { By = act.By, OccurredOn = day },
            (ObligationKind.Evaluation, _) => new SuggestionCommand.UrgeEvaluation(agency) { By = act.By, OccurredOn = day },
            (ObligationKind.DeliveryEvaluation, { } item) => new SuggestionCommand.UrgeDeliveryEvaluation(agency, item) { By = act.By, OccurredOn = day },
            _ => null,
        };
        // A refusal says that it was settled meanwhile.
        if (command is null) return false;
        await suggestions.RunAsync(congress, id, act, command, cancel);
        return true;
    }
}
