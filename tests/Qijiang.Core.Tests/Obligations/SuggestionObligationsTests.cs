using FluentAssertions;
using Qijiang.Core.Calendar;
using Qijiang.Core.CitizenInput;
using Qijiang.Core.Congresses;
using Qijiang.Core.Obligations;
using Qijiang.Core.Suggestions;
using Qijiang.Testing;
using Xunit;
using static Qijiang.Core.Obligations.ObligationKind;
using static Qijiang.Core.Suggestions.SuggestionCommand;
using static Qijiang.Core.Tests.Suggestions.Sample;

namespace Qijiang.Core.Tests.Obligations;

public sealed class SuggestionObligationsTests
{
    [Fact]
    public void What_is_owed_follows_the_suggestion()
    {
        Owed(NotSubmitted.GivenDone(Submission())).Should().BeEmpty();
        Owed(AwaitingAssignment).Should().Equal((ObligationKind.Assignment, "2026-05-12"));
        Owed(WithOffice).Should().BeEmpty();
        Owed(InHand).Should().Equal(
            (ObligationKind.Contact, "2026-06-04"), (ObligationKind.Reply, "2026-08-10"), (OverdueExplanation, "2026-08-10"), (ObligationKind.Return, "2026-05-21"),
            (CoHandlerOpinion, "2026-06-18"), (ObligationKind.Return, "2026-05-21"));
        Owed(Answered).Should().Equal((ObligationKind.Evaluation, "2026-07-29"), (CoHandlerOpinion, "2026-06-18"), (ObligationKind.Return, "2026-05-21"));
        Owed(Dissatisfied).Should().Equal((CoHandlerOpinion, "2026-06-18"), (ObligationKind.Return, "2026-05-21"));
        Owed(Dissatisfied.GivenDone(Demand(new(2026, 7, 10)), Acknowledgement(new(2026, 7, 13))))
            .Should().Equal((Rehandling, "2026-09-14"), (OverdueExplanation, "2026-09-14"), (CoHandlerOpinion, "2026-06-18"), (ObligationKind.Return, "2026-05-21"));
        Owed(WithPromise).Should().Equal((ObligationKind.Evaluation, "2026-07-29"), (ObligationKind.Commitment, "2026-10-31"), (CoHandlerOpinion, "2026-06-18"), (ObligationKind.Return, "2026-05-21"));
        Owed(WithPromise.GivenDone(new ReportDelivery(City, Promised, new("x")) { By = A.AgencyClerk("city-management"), OccurredOn = new(2026, 10, 20) }))
            .Should().Equal((ObligationKind.Evaluation, "2026-07-29"), (DeliveryEvaluation, "2026-11-17"), (CoHandlerOpinion, "2026-06-18"), (ObligationKind.Return, "2026-05-21"));
    }

    [Fact]
    public void A_return_is_owed_an_answer_and_the_agencys_own_period_runs_on()
    {
        var returned = InHand.GivenDone(new ReturnMisassigned(City, new("x")) { By = A.AgencyClerk("city-management"), OccurredOn = new(2026, 5, 12) });
        Owed(returned).Should().Equal((ReturnDecision, "2026-05-26"), (ObligationKind.Reply, "2026-08-10"), (CoHandlerOpinion, "2026-06-18"), (ObligationKind.Return, "2026-05-21"));
        SuggestionObligations.Of(returned.State)[0].OwedBy.Should().Be(new Party.OfBody(GovernmentOffice));
    }

    [Fact]
    public void A_return_can_be_asked_for_until_it_was_declined_and_is_late_for_nobody()
    {
        var open = SuggestionObligations.Of(InHand.State).Where(o => o.Kind is ObligationKind.Return).ToList();
        open.Should().HaveCount(2).And.OnlyContain(o => o.EndsWithItsDay && o.OwedTo == new Party.OfBody(GovernmentOffice));

        var asked = InHand.GivenDone(new ReturnMisassigned(City, new("x")) { By = A.AgencyClerk("city-management"), OccurredOn = new(2026, 5, 12) });
        SuggestionObligations.Of(asked.State).Where(o => o.Kind is ObligationKind.Return).Select(o => o.OwedBy).Should().Equal(new Party.OfBody(Power));
    }

    [Fact]
    public void It_says_by_whom_to_whom_and_about_what() => SuggestionObligations.Of(InHand.State)[1].Should().Be(new OpenObligation(
        new("s-1:city-management:Reply:2026-05-08:3Months"), ObligationKind.Reply, new Party.OfBody(City), new Party.OfPerson(Chen),
        new Due.Within(new(new(2026, 5, 8), new(3, LimitUnit.Months), new("SUG-20", "chongqing", new(2018, 1, 1)))), new Matter.OfSuggestion(Lamps, City)));

    [Fact]
    public void A_longer_limit_is_another_obligation_and_a_moved_holiday_is_not()
    {
        var extended = InHand.GivenDone(new Extend(City, new("x")) { By = A.AgencyClerk("city-management"), OccurredOn = new(2026, 6, 1) });
        SuggestionObligations.Of(extended.State).Select(o => o.Id.Value).Should().Contain("s-1:city-management:Reply:2026-05-08:6Months");
    }

    [Fact]
    public void A_meeting_or_a_reply_ends_the_duty_to_meet()
    {
        var met = InHand.GivenDone(new RecordContact(City, ContactPhase.Before, ContactManner.Visit, new("x")) { By = A.AgencyClerk("city-management"), OccurredOn = new(2026, 5, 20) });
        Owed(met).Should().NotContain(o => o.Kind == ObligationKind.Contact);
    }

    [Fact]
    public void An_explanation_is_owed_only_when_the_day_has_passed_and_once()
    {
        SuggestionObligations.Of(InHand.State).Single(o => o.Kind is OverdueExplanation).OnlyWhenOverdue.Should().BeTrue();
        Owed(InHand.GivenDone(new ExplainOverdue(City, new("x")) { By = A.AgencyClerk("city-management"), OccurredOn = new(2026, 8, 12) })).Should().NotContain(o => o.Kind == OverdueExplanation);
    }

    [Fact]
    public void Long_ids_still_make_an_id()
    {
        var about = new Matter.OfSuggestion(new(new('s', 60)), new(new('b', 60)), new(new('c', 60)));
        var first = OpenObligation.Of(ObligationKind.Commitment, new Party.OfKind(BodyKind.Desk), new Party.OfPerson(Chen), new Due.By(new(2026, 10, 31), Replied), about).Id;
        var second = OpenObligation.Of(ObligationKind.Commitment, new Party.OfKind(BodyKind.Desk), new Party.OfPerson(Chen), new Due.By(new(2026, 11, 30), Replied), about).Id;
        TextId.IsWellFormed(first.Value).Should().BeTrue();
        second.Should().NotBe(first);
    }

    [Fact]
    public void A_citizen_is_owed_a_notice_until_it_is_given()
    {
        var wang = new PersonId("wang");
        var intake = new Intake(new("o-1"), wang, null, null, new(2026, 2, 2), new(new(2026, 2, 2), new(15, LimitUnit.Days), new("CIT-10", "national", new(2022, 5, 1))));
        OpinionObligations.Of(new Opinion.SealedReport(intake)).Should().ContainSingle().Which.Should().BeEquivalentTo(new { Kind = CitizenNotice, OwedTo = new Party.OfPerson(wang) });
        OpinionObligations.Of(new Opinion.SealedReport(intake with { Notice = new(NoticeKind.Accepted, new(2026, 2, 3), new("x")) })).Should().BeEmpty();
        OpinionObligations.Of(new Opinion.SealedReport(intake with { NoticeOwed = null })).Should().BeEmpty();
    }

    private static IEnumerable<(ObligationKind Kind, string Due)> Owed(Scenario<SuggestionCommand, Suggestion, SuggestionEvent> story) =>
        SuggestionObligations.Of(story.State).Select(o => (o.Kind, NodaTime.Text.LocalDatePattern.Iso.Format(o.Due.On(WorkingCalendar.Official))));
}
