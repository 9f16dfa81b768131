using System.Text.Json;
using NodaTime;
using Qijiang.Backend.ReadModels;
using Qijiang.Core;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Congresses;

/// <summary>The deputies in office on a day: found by the list, decided by each one's mandates.</summary>
public sealed class DeputyRoll(Lists lists, MandateRegister mandates)
{
    /// <summary>Those who can act, sorted by id, and how many are suspended but in office (DEP-05).</summary>
    public async Task<(ValueList<PersonId> Voters, int Suspended)> OnAsync(CongressId congress, LocalDate day, CancellationToken cancel)
    {
        var voters = new List<PersonId>();
        var suspended = 0;
        await foreach (var row in lists.ReadAsync(congress, MandateView.Deputies, "", cancel))
        {
            var person = JsonSerializer.Deserialize(row.Data.Span, MandateRowJson.Stored.MandateRow)!.Person;
            var held = await mandates.OfAsync(congress, person, cancel);
            if (held.SeatOn(day) is not { } seat) continue;
            if (seat.CanActOn(day)) voters.Add(person);
            else suspended++;
        }

        return (voters.OrderBy(p => p.Value, StringComparer.Ordinal).ToValueList(), suspended);
    }
}
