using NodaTime;
using Qijiang.Core;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Congresses;

/// <summary>The deputies in office on a day, each by his or her own mandates: no list that lags behind has a say in it.</summary>
public sealed class DeputyRoll(MandateRegister mandates)
{
    /// <summary>Those who can act, sorted by id, and how many are suspended but in office (DEP-05).</summary>
    public async Task<(ValueList<PersonId> Voters, int Suspended)> OnAsync(CongressId congress, LocalDate day, CancellationToken cancel)
    {
        var voters = new List<PersonId>();
        var suspended = 0;
        await foreach (var person in mandates.SeatHoldersAsync(congress, cancel))
        {
            var held = await mandates.OfAsync(congress, person, cancel);
            if (held.SeatOn(day) is not { } seat) continue;
            if (seat.CanActOn(day)) voters.Add(person);
            else suspended++;
        }

        return (voters.OrderBy(p => p.Value, StringComparer.Ordinal).ToValueList(), suspended);
    }
}
