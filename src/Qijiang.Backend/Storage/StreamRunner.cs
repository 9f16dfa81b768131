using NodaTime;
using Qijiang.Backend.Messaging;
using Qijiang.Core;

namespace Qijiang.Backend.Storage;

/// <summary>
/// The loop around every decider: load, decide, append; again where another writer was first. The same command asked
/// again is answered as the first time.
/// </summary>
public sealed class StreamRunner(EventStore store, IClock clock)
{
    private const int MaxRaces = 100;   // a sitting's deputies sign in at the same minute, into one stream

    /// <summary>Runs a command on one stream.</summary>
    /// <param name="kind">The capability.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="act">The act behind the command.</param>
    /// <param name="decide">Asks the decider.</param>
    /// <param name="cancel">Stops waiting; a commit under way may still happen.</param>
    /// <param name="alsoSend">Messages that go with these events, besides the one that says that the stream has changed.</param>
    /// <param name="guard">Refuses before anything is decided: what somebody may not see is not there.</param>
    public async Task<Ran<TState>> RunAsync<TState, TEvent>(
        StreamKind<TState, TEvent> kind, StreamId stream, Act act, Func<TState, Outcome<TEvent>> decide, CancellationToken cancel, Func<IReadOnlyList<TEvent>, IEnumerable<Message>>? alsoSend = null,
        Func<History<TEvent>, ValueTask<Refusal?>>? guard = null)
    {
        for (var race = 0; race < MaxRaces; race++)
        {
            var history = await store.LoadAsync(kind, stream, cancel);
            if (guard is not null && await guard(history) is { } no) return new Ran<TState>.Refused(no);
            if (Repeated(kind, history, act.Command) is { } repeated) return repeated;

            var state = kind.StateOf(history);
            var outcome = decide(state);
            if (outcome is Outcome<TEvent>.Refused { Refusal: var refusal }) return new Ran<TState>.Refused(refusal);

            var events = ((Outcome<TEvent>.Accepted)outcome).Events;
            if (events is []) return new Ran<TState>.Done(state, history.Version, Repeat: true);

            var now = clock.GetCurrentInstant();
            var happenings = events.Select(e => new Happening<TEvent>(e, act.OccurredOn, now, act.By, act.Channel)).ToList();
            var messages = new List<Message> { StreamChanged.MessageFor(stream, history.Version + events.Length) };
            if (alsoSend is not null) messages.AddRange(alsoSend(events));
            if (await store.AppendAsync(kind, history, act.Command, happenings, messages, cancel) is { } appended)
                return new Ran<TState>.Done(events.Aggregate(state, kind.Decider.Evolve), appended.Version, Repeat: false);
        }

        throw new TimeoutException($"stream {stream} changed {MaxRaces} times while a command was being decided");
    }

    private static Ran<TState>? Repeated<TState, TEvent>(StreamKind<TState, TEvent> kind, History<TEvent> history, CommandStamp command)
    {
        if (history.Events.LastOrDefault(e => e.Command.Id == command.Id) is not { } last) return null;
        if (last.Command.Digest != command.Digest) return new Ran<TState>.Refused(new CommandIdReused());
        var state = kind.Decider.Fold(history.Events.TakeWhile(e => e.Version <= last.Version).Select(e => e.Happening.Event));
        return new Ran<TState>.Done(state, last.Version, Repeat: true);
    }
}
