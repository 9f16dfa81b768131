using NodaTime;
using Qijiang.Backend.Ballots;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;
using Qijiang.Core.LivelihoodProjects;

namespace Qijiang.Backend.LivelihoodProjects;

/// <summary>Tallies a closed poll: seal, count, record; then the keys are destroyed, as they are for a poll that was declared void. Each step can be run again.</summary>
public sealed class TallyConsumer(PollUseCases polls, PollTally tally, CongressDirectory congresses, IClock clock) : IConsumer
{
    /// <inheritdoc/>
    public string Queue => PollEnded.Queue;

    /// <inheritdoc/>
    public async Task ConsumeAsync(MessageEnvelope message, CancellationToken cancel)
    {
        var ended = PollEnded.Read(message.Body);
        var congress = await congresses.FindAsync(ended.Congress, cancel) ?? throw new InvalidOperationException($"congress '{ended.Congress}' is not established here");
        var (state, _) = await polls.StateAsync(ended.Congress, ended.Poll, cancel);
        if (state is Poll.Closed { Held: var held }) await RecordAsync(congress, ended, held, message.Id, cancel);
        await tally.DestroyKeysAsync(ended.Congress, ended.Poll, cancel);
    }

    private async Task RecordAsync(Congress.Established congress, PollEnded ended, PollHeld held, string command, CancellationToken cancel)
    {
        var present = held.Present.Count;
        if (await tally.RunAsync(held.Frame, present, present, cancel) is not TallyRun.Counted counted)
            throw new InvalidOperationException($"poll {ended.Poll} can't be counted: its key is lost; it has to be declared void");
        var act = new Act(new CommandStamp(command, command), Actor.Qijiang, ChinaDate.Of(clock.GetCurrentInstant()), Channel.System);
        var record = new PollCommand.RecordTally(counted.Seal, counted.Counts) { By = act.By, OccurredOn = act.OccurredOn };
        if (await polls.RunAsync(congress, ended.Poll, act, record, cancel) is Ran<Poll>.Refused { Refusal: var refusal })
            throw new InvalidOperationException($"the tally of poll {ended.Poll} was not recorded: {refusal.Code}");
    }
}
