using CsCheck;
using FluentAssertions;
using NodaTime;
using Qijiang.Core.Congresses;
using Xunit;
using static Qijiang.Core.Congresses.MandateCommand;

namespace Qijiang.Core.Tests.Congresses;

/// <summary>Whatever is asked, in whatever order.</summary>
public sealed class MandatesProperties
{
    private static readonly BodyId _water = new("water");
    private static readonly Gen<LocalDate> _day = Gen.Int[1, 12].Select(day => new LocalDate(2026, 11, day));
    private static readonly Gen<(Office Office, BodyId? Body)> _office = Gen.Bool.Select(isDeputy => isDeputy ? (Office.Deputy, default(BodyId?)) : (Office.AgencyClerk, _water));

    private static readonly Gen<MandateCommand> _command = Gen.OneOf<MandateCommand>(
        Gen.Select(_office, _day, Gen.Int[0, 12]).Select((office, from, days) => (MandateCommand)new Confer(office.Office, office.Body, null, from, days > 8 ? null : from.PlusDays(days))),
        _day.Select(day => (MandateCommand)new ConfirmCredentials(day)),
        _day.Select(day => (MandateCommand)new Suspend(day, Decided(day), SuspensionGround.Serving)),
        _day.Select(day => (MandateCommand)new Resume(day)),
        Gen.Select(_office, _day).Select((office, day) => (MandateCommand)new End(office.Office, office.Body, day, Decided(day), MandateEnd.Resigned)));

    [Fact]
    public void Asked_again_it_adds_nothing() => _command.List[0, 25].Sample(commands => Run(commands, (command, after) =>
        Mandates.Decide(command, after).Should().Match<Outcome<MandateEvent>>(o => o is Outcome<MandateEvent>.Accepted && ((Outcome<MandateEvent>.Accepted)o).Events.IsEmpty)), iter: 2000);

    [Fact]
    public void No_office_is_ever_held_twice_on_a_day() => _command.List[0, 25].Sample(commands => Run(commands, (_, after) =>
    {
        for (var day = new LocalDate(2026, 11, 1); day < new LocalDate(2026, 12, 1); day = day.PlusDays(1))
        {
            after.All.Count(m => m.Office == Office.Deputy && m.IsHeldOn(day)).Should().BeLessThanOrEqualTo(1);
            after.All.Count(m => m.Office == Office.AgencyClerk && m.IsHeldOn(day)).Should().BeLessThanOrEqualTo(1);
        }
    }), iter: 500);

    private static void Run(List<MandateCommand> commands, Action<MandateCommand, Mandates> afterEach)
    {
        var state = Mandates.Decider.Initial;
        foreach (var command in commands)
        {
            if (Mandates.Decide(command, state) is not Outcome<MandateEvent>.Accepted { Events: var events }) continue;
            state = events.Aggregate(state, Mandates.Decider.Evolve);
            afterEach(command, state);
        }
    }

    private static Decision Decided(LocalDate day) => new(new("standing-committee"), BodyKind.StandingCommittee, null, "1", new("chair"), day);
}
