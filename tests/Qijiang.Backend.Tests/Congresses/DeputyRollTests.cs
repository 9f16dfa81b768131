using FluentAssertions;
using NodaTime;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;
using Xunit;
using Desk = Qijiang.Backend.Tests.Storage.Desk;

namespace Qijiang.Backend.Tests.Congresses;

/// <summary>A roll decides what "all deputies" is: it waits for no list and misses nobody.</summary>
public sealed class DeputyRollTests
{
    private static readonly LocalDate _day = new(2026, 11, 24);
    private readonly Desk desk = new();

    [Fact]
    public async Task Whoever_was_just_confirmed_is_on_it_though_no_message_has_been_delivered()
    {
        await ElectAsync("p-2");
        await ElectAsync("p-1");

        var (voters, suspended) = await RollAsync();

        voters.Should().Equal(new PersonId("p-1"), new PersonId("p-2"));
        suspended.Should().Be(0);
    }

    [Fact]
    public async Task Who_left_is_not_on_it_and_who_is_suspended_or_not_confirmed_is_counted_and_has_no_vote()
    {
        var decision = new Decision(new("desk"), BodyKind.StandingCommittee, null, "1号", new("chair"), new(2026, 6, 1));
        await ElectAsync("p-left");
        await RunAsync("p-left", new MandateCommand.End(Office.Deputy, null, new(2026, 6, 1), decision, MandateEnd.MovedAway));
        await ElectAsync("p-suspended");
        await RunAsync("p-suspended", new MandateCommand.Suspend(new(2026, 6, 1), decision, SuspensionGround.CriminalCase));
        await RunAsync("p-elected", new MandateCommand.Confer(Office.Deputy, null, new("d-1"), new(2026, 1, 1)));
        await RunAsync("p-clerk", new MandateCommand.Confer(Office.DeskClerk, new("desk"), null, new(2026, 1, 1)));

        var (voters, withoutVote) = await RollAsync();

        voters.Should().BeEmpty();
        withoutVote.Should().Be(2);
    }

    private MandateRegister Register => new(desk.Store, desk.Runner, desk.Rows);

    private Task<(Core.ValueList<PersonId> Voters, int Suspended)> RollAsync() => new DeputyRoll(Register).OnAsync(Desk.Qijiang, _day, CancellationToken.None);

    private async Task ElectAsync(string person)
    {
        await RunAsync(person, new MandateCommand.Confer(Office.Deputy, null, new("d-1"), new(2026, 1, 1)));
        await RunAsync(person, new MandateCommand.ConfirmCredentials(new(2026, 1, 1)));
    }

    private async Task RunAsync(string person, MandateCommand command)
    {
        var ran = await Register.RunAsync(Desk.Qijiang, new PersonId(person), Desk.Act($"{person} {command}"), command, CancellationToken.None);
        ran.Should().BeOfType<Ran<Mandates>.Done>();
    }
}
