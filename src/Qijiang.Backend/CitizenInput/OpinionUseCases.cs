using Qijiang.Backend.Congresses;
using Qijiang.Backend.Storage;
using Qijiang.Core;
using Qijiang.Core.CitizenInput;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.CitizenInput;

/// <summary>The use cases of citizens' input. One intake serves every door.</summary>
public sealed class OpinionUseCases(EventStore store, StreamRunner runner, RuleSets rules)
{
    /// <summary>The number that an opinion received by this command has.</summary>
    public static OpinionId NumberOf(CommandStamp command) => new(PublicNumber.Of("YJ", command.Id));

    /// <summary>Takes an opinion in. The same command again gives the same number and changes nothing.</summary>
    /// <param name="congress">The congress.</param>
    /// <param name="act">Who sends or enters it, when, through which door.</param>
    /// <param name="said">What was said; its id is set here.</param>
    /// <param name="cancel">Stops waiting; it may be taken in none the less.</param>
    public Task<Ran<Opinion>> ReceiveAsync(Congress.Established congress, Act act, OpinionCommand.Receive said, CancellationToken cancel)
    {
        var id = NumberOf(act.Command);
        return RunAsync(congress, id, act, said with { Id = id }, cancel);
    }

    /// <summary>Runs a command on an opinion.</summary>
    /// <param name="congress">The congress.</param>
    /// <param name="id">The opinion.</param>
    /// <param name="act">The act behind the command.</param>
    /// <param name="command">The command.</param>
    /// <param name="cancel">Stops waiting; it may be recorded none the less.</param>
    /// <param name="guard">Refuses before anything is decided: what somebody may not see is not there.</param>
    public Task<Ran<Opinion>> RunAsync(Congress.Established congress, OpinionId id, Act act, OpinionCommand command, CancellationToken cancel, Func<History<OpinionEvent>, ValueTask<Refusal?>>? guard = null)
    {
        var ofTheDay = new OpinionRules(rules.Of(congress), congress.Level, act.OccurredOn);
        return runner.RunAsync(OpinionJson.Opinions, StreamOf(congress.Id, id), act, state => OpinionDecider.Decide(command, state, ofTheDay), cancel, guard: guard);
    }

    /// <summary>All that has happened to an opinion.</summary>
    public Task<History<OpinionEvent>> LoadAsync(CongressId congress, OpinionId id, CancellationToken cancel) =>
        store.LoadAsync(OpinionJson.Opinions, StreamOf(congress, id), cancel);

    internal static StreamId StreamOf(CongressId congress, OpinionId id) => new(congress, OpinionJson.Opinions.Name, id.Value);
}
