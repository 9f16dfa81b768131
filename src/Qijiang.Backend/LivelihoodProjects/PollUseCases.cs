using NodaTime;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Storage;
using Qijiang.Core.Ballots;
using Qijiang.Core.Congresses;
using Qijiang.Core.LivelihoodProjects;

namespace Qijiang.Backend.LivelihoodProjects;

/// <summary>Runs commands on polls, under the rules of their congress on the day of the act. What ends a poll sends its tally, or the destruction of its keys, on its way.</summary>
public sealed class PollUseCases(EventStore store, StreamRunner runner, RuleSets rules)
{
    /// <summary>The id of a poll prepared by this command.</summary>
    public static PollId NumberOf(CommandStamp command) => new(PublicNumber.Of("PJ", command.Id));

    /// <summary>Runs a command.</summary>
    public Task<Ran<Poll>> RunAsync(Congress.Established congress, PollId id, Act act, PollCommand command, CancellationToken cancel)
    {
        var ofTheDay = new LivelihoodProjectRules(rules.Of(congress), congress.Level, act.OccurredOn);
        return runner.RunAsync(
            PollJson.Polls, StreamOf(congress.Id, id), act, state => PollDecider.Decide(command, state, ofTheDay), cancel,
            events => events.Any(e => e is PollEvent.Closed or PollEvent.DeclaredVoid { Ground: not VoidGround.OverCollected }) ? [new PollEnded(congress.Id, id).ToMessage()] : []);
    }

    /// <summary>How a poll stands, with the version of its record.</summary>
    public async Task<(Poll State, int Version)> StateAsync(CongressId congress, PollId id, CancellationToken cancel)
    {
        var history = await store.LoadAsync(PollJson.Polls, StreamOf(congress, id), cancel);
        return (PollJson.Polls.StateOf(history), history.Version);
    }

    /// <summary>The day on which a poll was closed; null where it was not.</summary>
    public async Task<LocalDate?> ClosedOnAsync(CongressId congress, PollId id, CancellationToken cancel) =>
        (await store.LoadAsync(PollJson.Polls, StreamOf(congress, id), cancel)).Events.LastOrDefault(e => e.Happening.Event is PollEvent.Closed)?.Happening.OccurredOn;

    internal static StreamId StreamOf(CongressId congress, PollId id) => new(congress, PollJson.Polls.Name, id.Value);
}
