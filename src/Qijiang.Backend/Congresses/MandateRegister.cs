using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Congresses;

/// <summary>Who holds which office: read from the events themselves, on every request, so that an end of office holds at once.</summary>
public sealed class MandateRegister(EventStore store, StreamRunner runner)
{
    /// <summary>All mandates of a person in a congress.</summary>
    public async ValueTask<Mandates> OfAsync(CongressId congress, PersonId person, CancellationToken cancel)
    {
        var history = await store.LoadAsync(CongressJson.Mandates, StreamOf(congress, person), cancel);
        return Mandates.Decider.Fold(history.Events.Select(e => e.Happening.Event));
    }

    /// <summary>Decides about a person's offices.</summary>
    public Task<Ran<Mandates>> RunAsync(CongressId congress, PersonId person, Act act, MandateCommand command, CancellationToken cancel) =>
        runner.RunAsync(CongressJson.Mandates, StreamOf(congress, person), act, state => Mandates.Decide(command, state), cancel);

    private static StreamId StreamOf(CongressId congress, PersonId person) => new(congress, CongressJson.Mandates.Name, person.Value);
}
