using System.Runtime.CompilerServices;
using System.Text;
using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Congresses;

/// <summary>Who holds which office: read from the events themselves, on every request, so that an end of office holds at once.</summary>
public sealed class MandateRegister(EventStore store, StreamRunner runner, IRowStore rows)
{
    private const string Seats = "seats";

    /// <summary>All mandates of a person in a congress.</summary>
    public async ValueTask<Mandates> OfAsync(CongressId congress, PersonId person, CancellationToken cancel)
    {
        var history = await store.LoadAsync(CongressJson.Mandates, StreamOf(congress, person), cancel);
        return CongressJson.Mandates.StateOf(history);
    }

    /// <summary>Decides about a person's offices.</summary>
    public async Task<Ran<Mandates>> RunAsync(CongressId congress, PersonId person, Act act, MandateCommand command, CancellationToken cancel)
    {
        // A roll must not miss anybody: whoever gets a seat is entered among those to ask before the seat is recorded, not after.
        if (command is MandateCommand.Confer { Office: Office.Deputy })
            await rows.CommitAsync(Seats, congress.Value, [new Change.Upsert(person.Value, Encoding.ASCII.GetBytes(person.Value))], [], cancel);
        return await runner.RunAsync(CongressJson.Mandates, StreamOf(congress, person), act, state => Mandates.Decide(command, state), cancel);
    }

    /// <summary>Everybody who has or had a deputy's seat, by id, and perhaps somebody who was refused one: what each holds is asked of the mandates.</summary>
    public async IAsyncEnumerable<PersonId> SeatHoldersAsync(CongressId congress, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in rows.ScanAsync(Seats, congress.Value, "", "", null, cancel)) yield return new PersonId(row.Key);
    }

    private static StreamId StreamOf(CongressId congress, PersonId person) => new(congress, CongressJson.Mandates.Name, person.Value);
}
