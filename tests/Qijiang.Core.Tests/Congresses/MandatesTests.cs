using FluentAssertions;
using NodaTime;
using Qijiang.Core.Congresses;
using Qijiang.Testing;
using Xunit;
using static Qijiang.Core.Congresses.MandateCommand;

namespace Qijiang.Core.Tests.Congresses;

public sealed class MandatesTests
{
    private static readonly LocalDate _elected = new(2026, 1, 10), _confirmed = new(2026, 1, 20), _suspended = new(2026, 3, 10), _resumed = new(2026, 5, 10);
    private static readonly Confer _seat = new(Office.Deputy, null, new("district-1"), _elected);
    private static readonly ConfirmCredentials _credentials = new(_confirmed, A.DeskDecision(_confirmed));
    private static readonly Suspend _suspension = new(_suspended, A.DeskDecision(_suspended), SuspensionGround.CriminalCase);

    [Fact]
    public void A_deputy_elected_but_not_confirmed_cannot_act()
    {
        Scenarios.Mandates.When(_seat).Then(new MandateEvent.Conferred(Office.Deputy, null, new("district-1"), _elected, null));
        var elected = Scenarios.Mandates.GivenDone(_seat);
        elected.When(_seat).ThenNothing();
        Acts(elected, new(2026, 1, 15)).Should().BeFalse("DEP-04");
        elected.State.SeatOn(new(2026, 1, 15)).Should().NotBeNull("the seat is filled");

        elected.When(_credentials).Then(new MandateEvent.CredentialsConfirmed(_confirmed, _credentials.Decision));
        var confirmed = elected.GivenDone(_credentials);
        confirmed.When(_credentials).ThenNothing();
        Acts(confirmed, new(2026, 1, 19)).Should().BeFalse();
        Acts(confirmed, _confirmed).Should().BeTrue();
    }

    [Fact]
    public void A_suspended_deputy_keeps_the_seat_and_cannot_act()
    {
        Sitting.When(_suspension).Then(new MandateEvent.Suspended(_suspended, _suspension.Decision, SuspensionGround.CriminalCase));
        Sitting.When(_suspension with { Decision = null }).ThenRefused<DecisionMissing>().Field.Should().Be("decision");
        var suspended = Sitting.GivenDone(_suspension);
        suspended.When(_suspension).ThenNothing();
        (Acts(suspended, new(2026, 3, 9)), Acts(suspended, _suspended), suspended.State.SeatOn(_suspended) is not null).Should().Be((true, false, true));

        var back = suspended.GivenDone(new Resume(_resumed));
        (Acts(back, new(2026, 5, 9)), Acts(back, _resumed)).Should().Be((false, true));
        Sitting.When(new Resume(_resumed)).ThenRefused<OfficeNotHeldThen>();
    }

    [Fact]
    public void A_seat_ends_by_announcement()
    {
        var end = new End(Office.Deputy, null, new(2026, 9, 1), A.DeskDecision(new(2026, 9, 1)), MandateEnd.MovedAway);
        Sitting.When(end with { Decision = null }).ThenRefused<DecisionMissing>();
        Sitting.When(end).Then(new MandateEvent.Ended(Office.Deputy, null, new(2026, 9, 1), end.Decision, MandateEnd.MovedAway));
        var ended = Sitting.GivenDone(end);
        ended.When(end).ThenNothing();
        (Acts(ended, new(2026, 8, 31)), Acts(ended, new(2026, 9, 1))).Should().Be((true, false));
        ended.When(_suspension with { From = new(2026, 9, 2) }).ThenRefused<NotADeputy>();
    }

    [Fact]
    public void A_person_holds_several_offices_at_once_and_each_belongs_to_its_body()
    {
        var clerk = Sitting.GivenDone(new Confer(Office.AgencyClerk, new("water"), null, _elected), new Confer(Office.AgencyClerk, new("power"), null, _elected));
        clerk.State.ActiveOn(_confirmed).Select(m => m.Office).Should().Equal(Office.Deputy, Office.AgencyClerk, Office.AgencyClerk);
        clerk.State.Holds(Office.AgencyClerk, new("water"), _confirmed).Should().BeTrue();
        clerk.State.Holds(Office.AgencyClerk, new("city-management"), _confirmed).Should().BeFalse();
        clerk.When(new Confer(Office.AgencyClerk, new("water"), null, _confirmed)).ThenRefused<OfficeHeldAlready>();
        clerk.When(new End(Office.AgencyClerk, new("city-management"), _confirmed)).ThenRefused<OfficeNotHeldThen>();
        clerk.When(new Confer(Office.DeskClerk, new("desk"), null, _confirmed, _elected)).ThenRefused<EndsBeforeItBegins>().Field.Should().Be("until");
    }

    private static Scenario<MandateCommand, Mandates, MandateEvent> Sitting => Scenarios.Mandates.GivenDone(_seat, _credentials);

    private static bool Acts(Scenario<MandateCommand, Mandates, MandateEvent> story, LocalDate on) => story.State.Holds(Office.Deputy, null, on);
}
