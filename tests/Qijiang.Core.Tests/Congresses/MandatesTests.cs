using System.Diagnostics;
using FluentAssertions;
using NodaTime;
using Qijiang.Core.Congresses;
using Qijiang.Testing;
using Xunit;
using static Qijiang.Core.Congresses.MandateCommand;

namespace Qijiang.Core.Tests.Congresses;

public sealed class MandatesTests
{
    private static readonly LocalDate _elected = new(2021, 12, 20), _confirmed = new(2022, 1, 10), _suspended = new(2024, 5, 6), _resumed = new(2024, 11, 7);
    private static readonly BodyId _water = new("water"), _roads = new("roads");
    private static readonly ElectoralDistrictId _district = new("d-1");
    private static readonly Decision _decision = new(new("standing-committee"), BodyKind.StandingCommittee, "第二十次会议", "綦人常〔2024〕7号", new("chair"), _suspended);

    private static readonly MandateEvent.Conferred _seat = new(Office.Deputy, null, _district, _elected, null);
    private static readonly MandateEvent.Conferred _post = new(Office.AgencyClerk, _water, null, new(2023, 3, 1), null);

    private static Scenario<MandateCommand, Mandates, MandateEvent> Nobody => new(Mandates.Decider, Mandates.Decide);

    private static Scenario<MandateCommand, Mandates, MandateEvent> A_deputy => Nobody.Given(_seat, new MandateEvent.CredentialsConfirmed(_confirmed, null));

    private static Scenario<MandateCommand, Mandates, MandateEvent> A_suspended_deputy => A_deputy.Given(new MandateEvent.Suspended(_suspended, _decision, SuspensionGround.CriminalCase));

    private static Scenario<MandateCommand, Mandates, MandateEvent> A_clerk => Nobody.Given(_post);

    // Conferring

    [Fact]
    public void An_office_is_conferred_from_its_first_day()
    {
        Nobody.When(new Confer(Office.AgencyClerk, _water, null, new(2023, 3, 1))).Then(_post);

        A_clerk.State.Holds(Office.AgencyClerk, _water, new(2023, 2, 28)).Should().BeFalse();
        A_clerk.State.Holds(Office.AgencyClerk, _water, new(2023, 3, 1)).Should().BeTrue();
        A_clerk.State.Holds(Office.AgencyClerk, null, new(2023, 3, 1)).Should().BeTrue("any body was asked for");
        A_clerk.State.Holds(Office.AgencyClerk, _roads, new(2023, 3, 1)).Should().BeFalse();
        A_clerk.State.Holds(Office.AgencyPrincipal, _water, new(2023, 3, 1)).Should().BeFalse();
    }

    [Fact]
    public void Conferring_the_same_again_adds_nothing() => A_clerk.When(new Confer(Office.AgencyClerk, _water, null, new(2023, 3, 1))).ThenNothing();

    [Theory]
    [InlineData(2022, 1, 1, null)]
    [InlineData(2023, 2, 1, 2023)]
    [InlineData(2030, 1, 1, null)]
    public void An_office_is_not_held_twice_at_a_time(int year, int month, int day, int? untilMarchOf) =>
        A_clerk.When(new Confer(Office.AgencyClerk, _water, null, new(year, month, day), untilMarchOf is { } until ? new LocalDate(until, 3, 2) : null)).ThenRefused<OfficeHeldAlready>();

    [Fact]
    public void An_office_that_ends_on_the_day_another_begins_leaves_no_day_with_both()
    {
        A_clerk.When(new Confer(Office.AgencyClerk, _water, null, new(2022, 3, 1), new LocalDate(2023, 3, 1)))
            .Then(new MandateEvent.Conferred(Office.AgencyClerk, _water, null, new(2022, 3, 1), new LocalDate(2023, 3, 1)));
    }

    [Fact]
    public void The_same_office_at_another_body_and_another_office_can_be_held_besides()
    {
        A_clerk.When(new Confer(Office.AgencyClerk, _roads, null, new(2023, 3, 1))).Accepted().Should().ContainSingle();
        A_clerk.When(new Confer(Office.Deputy, null, _district, new(2023, 3, 1))).Accepted().Should().ContainSingle();
    }

    [Theory]
    [InlineData(2023, 3, 1)]
    [InlineData(2023, 2, 28)]
    public void An_office_ends_after_it_begins(int year, int month, int day) =>
        Nobody.When(new Confer(Office.AgencyClerk, _water, null, new(2023, 3, 1), new LocalDate(year, month, day))).ThenRefused<EndsBeforeItBegins>().Field.Should().Be("until");

    // DEP-04: credentials

    [Fact]
    public void A_deputy_elected_and_not_confirmed_has_a_seat_and_cannot_act()
    {
        var mandates = Nobody.Given(_seat).State;

        mandates.SeatOn(_confirmed).Should().NotBeNull();
        mandates.Holds(Office.Deputy, null, _confirmed).Should().BeFalse();
    }

    [Fact]
    public void A_confirmed_deputy_acts_from_the_day_of_confirmation()
    {
        Nobody.Given(_seat).When(new ConfirmCredentials(_confirmed, _decision)).Then(new MandateEvent.CredentialsConfirmed(_confirmed, _decision));

        A_deputy.State.Holds(Office.Deputy, null, _confirmed.PlusDays(-1)).Should().BeFalse();
        A_deputy.State.Holds(Office.Deputy, null, _confirmed).Should().BeTrue();
        A_deputy.State.ActiveOn(_confirmed).Should().ContainSingle().Which.Office.Should().Be(Office.Deputy);
    }

    [Fact]
    public void Confirming_again_adds_nothing() => A_deputy.When(new ConfirmCredentials(_confirmed.PlusDays(5))).ThenNothing();

    [Fact]
    public void Only_a_deputy_has_credentials_to_confirm()
    {
        Nobody.When(new ConfirmCredentials(_confirmed)).ThenRefused<NotADeputy>();
        A_clerk.When(new ConfirmCredentials(new(2023, 3, 1))).ThenRefused<NotADeputy>();
        Nobody.Given(_seat).When(new ConfirmCredentials(_elected.PlusDays(-1))).ThenRefused<NotADeputy>();
    }

    // DEP-05: suspension

    [Fact]
    public void A_suspended_deputy_keeps_the_seat_and_cannot_act()
    {
        A_deputy.When(new Suspend(_suspended, _decision, SuspensionGround.CriminalCase)).Then(new MandateEvent.Suspended(_suspended, _decision, SuspensionGround.CriminalCase));

        var mandates = A_suspended_deputy.State;
        mandates.Holds(Office.Deputy, null, _suspended.PlusDays(-1)).Should().BeTrue("an act before it stays possible, also if it is entered later");
        mandates.Holds(Office.Deputy, null, _suspended).Should().BeFalse();
        mandates.ActiveOn(_suspended).Should().BeEmpty();
        mandates.SeatOn(_suspended)!.Suspensions.Should().Equal(new Suspension(_suspended, null, SuspensionGround.CriminalCase));
    }

    [Fact]
    public void A_suspension_entered_with_too_late_a_day_is_put_right_by_an_earlier_one()
    {
        var story = A_suspended_deputy.Given(new MandateEvent.Suspended(_suspended.PlusDays(-3), _decision, SuspensionGround.CriminalCase));

        A_suspended_deputy.When(new Suspend(_suspended.PlusDays(-3), _decision, SuspensionGround.CriminalCase))
            .Then(new MandateEvent.Suspended(_suspended.PlusDays(-3), _decision, SuspensionGround.CriminalCase));
        story.State.Holds(Office.Deputy, null, _suspended.PlusDays(-1)).Should().BeFalse();
        story.Given(new MandateEvent.Resumed(_resumed)).State.Holds(Office.Deputy, null, _resumed).Should().BeTrue();
    }

    [Fact]
    public void A_post_conferred_anew_on_the_day_on_which_it_ended_can_end_on_that_day_again()
    {
        var anew = A_clerk.Given(new MandateEvent.Ended(Office.AgencyClerk, _water, new(2023, 3, 1), null), _post);

        anew.When(new End(Office.AgencyClerk, _water, new(2023, 3, 1))).Then(new MandateEvent.Ended(Office.AgencyClerk, _water, new(2023, 3, 1), null));
    }

    [Fact]
    public void A_deputy_is_suspended_by_decision_alone() => A_deputy.When(new Suspend(_suspended)).ThenRefused<SeatNeedsDecision>().Field.Should().Be("decision");

    [Fact]
    public void A_deputy_is_suspended_on_a_ground_of_the_law_alone() => A_deputy.When(new Suspend(_suspended, _decision)).ThenRefused<SeatNeedsGround>().Field.Should().Be("ground");

    [Fact]
    public void Suspending_again_adds_nothing() => A_suspended_deputy.When(new Suspend(_suspended, _decision, SuspensionGround.CriminalCase)).ThenNothing();

    [Fact]
    public void Only_a_deputy_is_suspended() => A_clerk.When(new Suspend(_suspended, _decision)).ThenRefused<NotADeputy>();

    [Fact]
    public void A_deputys_other_offices_are_not_suspended()
    {
        var mandates = A_suspended_deputy.Given(_post).State;

        mandates.Holds(Office.AgencyClerk, _water, _suspended).Should().BeTrue();
    }

    [Fact]
    public void A_deputy_acts_again_from_the_day_the_suspension_ends()
    {
        A_suspended_deputy.When(new Resume(_resumed)).Then(new MandateEvent.Resumed(_resumed));

        var mandates = A_suspended_deputy.Given(new MandateEvent.Resumed(_resumed)).State;
        mandates.Holds(Office.Deputy, null, _resumed.PlusDays(-1)).Should().BeFalse();
        mandates.Holds(Office.Deputy, null, _resumed).Should().BeTrue();
    }

    [Fact]
    public void Resuming_again_adds_nothing() => A_suspended_deputy.Given(new MandateEvent.Resumed(_resumed)).When(new Resume(_resumed)).ThenNothing();

    [Fact]
    public void Nothing_is_resumed_that_was_not_suspended()
    {
        A_deputy.When(new Resume(_resumed)).ThenRefused<NotSuspended>();
        A_suspended_deputy.When(new Resume(_suspended.PlusDays(-1))).ThenRefused<NotSuspended>();
        A_clerk.When(new Resume(_resumed)).ThenRefused<NotADeputy>();
    }

    [Fact]
    public void A_deputy_can_be_suspended_a_second_time()
    {
        var again = new LocalDate(2025, 2, 3);
        var story = A_suspended_deputy.Given(new MandateEvent.Resumed(_resumed));

        story.When(new Suspend(again, _decision, SuspensionGround.Serving)).Then(new MandateEvent.Suspended(again, _decision, SuspensionGround.Serving));
    }

    // DEP-06, DEP-07: the end

    [Fact]
    public void An_office_that_has_ended_is_not_held_from_that_day()
    {
        var end = new LocalDate(2026, 11, 24);
        A_clerk.When(new End(Office.AgencyClerk, _water, end, null, MandateEnd.Relieved)).Then(new MandateEvent.Ended(Office.AgencyClerk, _water, end, null, MandateEnd.Relieved));

        var mandates = A_clerk.Given(new MandateEvent.Ended(Office.AgencyClerk, _water, end, null)).State;
        mandates.Holds(Office.AgencyClerk, _water, end.PlusDays(-1)).Should().BeTrue();
        mandates.Holds(Office.AgencyClerk, _water, end).Should().BeFalse();
    }

    [Fact]
    public void Ending_it_again_adds_nothing() =>
        A_clerk.Given(new MandateEvent.Ended(Office.AgencyClerk, _water, new(2026, 11, 24), null)).When(new End(Office.AgencyClerk, _water, new(2026, 11, 24))).ThenNothing();

    [Fact]
    public void A_seat_ends_by_announcement_alone()
    {
        A_deputy.When(new End(Office.Deputy, null, new(2024, 5, 6), null, MandateEnd.Resigned)).ThenRefused<SeatNeedsDecision>();
        A_deputy.When(new End(Office.Deputy, null, new(2024, 5, 6), _decision, MandateEnd.Resigned))
            .Then(new MandateEvent.Ended(Office.Deputy, null, new(2024, 5, 6), _decision, MandateEnd.Resigned));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(MandateEnd.Relieved)]
    public void A_seat_ends_on_a_ground_of_the_law_alone(MandateEnd? ground) =>
        A_deputy.When(new End(Office.Deputy, null, new(2024, 5, 6), _decision, ground)).ThenRefused<SeatNeedsGround>().Field.Should().Be("ground");

    [Fact]
    public void A_post_ends_without_one() =>
        A_clerk.When(new End(Office.AgencyClerk, _water, new(2026, 11, 24))).Then(new MandateEvent.Ended(Office.AgencyClerk, _water, new(2026, 11, 24), null));

    [Fact]
    public void Only_what_is_held_can_end()
    {
        Nobody.When(new End(Office.AgencyClerk, _water, new(2026, 11, 24))).ThenRefused<OfficeNotHeldThen>();
        A_clerk.When(new End(Office.AgencyClerk, _roads, new(2026, 11, 24))).ThenRefused<OfficeNotHeldThen>();
        A_clerk.When(new End(Office.AgencyClerk, _water, new(2023, 2, 28))).ThenRefused<OfficeNotHeldThen>();
    }

    [Fact]
    public void What_has_ended_can_be_conferred_again()
    {
        var again = new LocalDate(2026, 11, 24);

        A_clerk.Given(new MandateEvent.Ended(Office.AgencyClerk, _water, again, null))
            .When(new Confer(Office.AgencyClerk, _water, null, again)).Then(new MandateEvent.Conferred(Office.AgencyClerk, _water, null, again, null));
    }

    [Fact]
    public void A_seat_of_the_next_term_is_another_seat()
    {
        var next = new LocalDate(2026, 12, 20);
        var mandates = A_deputy.Given(new MandateEvent.Ended(Office.Deputy, null, next, _decision, MandateEnd.TermOver), new MandateEvent.Conferred(Office.Deputy, null, new("d-2"), next, null)).State;

        mandates.SeatOn(next.PlusDays(-1))!.District.Should().Be(_district);
        mandates.SeatOn(next)!.District.Should().Be(new ElectoralDistrictId("d-2"));
        mandates.Holds(Office.Deputy, null, next).Should().BeFalse("the new seat's credentials are not confirmed");
    }

    public static TheoryData<MandateEvent> WithoutASeat =>
    [
        new MandateEvent.CredentialsConfirmed(_confirmed, null),
        new MandateEvent.Suspended(_suspended, null),
        new MandateEvent.Resumed(_resumed),
        new MandateEvent.Ended(Office.Deputy, null, _resumed, null),
    ];

    [Theory]
    [MemberData(nameof(WithoutASeat))]
    public void An_event_that_can_t_follow_is_a_defect(MandateEvent happened)
    {
        var fold = () => A_clerk.Given(happened).State;

        fold.Should().Throw<UnreachableException>();
    }
}
