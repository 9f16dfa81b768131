using FluentAssertions;
using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.CitizenInput;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;
using Qijiang.Core.LivelihoodProjects;
using Qijiang.Core.Obligations;
using Qijiang.Core.Suggestions;
using Qijiang.Core.Tests.LivelihoodProjects;
using Qijiang.Testing;
using Xunit;
using static Qijiang.Core.Tests.Suggestions.Sample;

namespace Qijiang.Core.Tests.Law;

/// <summary>A congress amends its rules on 1 June 2026: what runs keeps the version under which its clock started, what starts later has the new one.</summary>
public sealed class RunningCaseTests
{
    private static readonly LocalDate _amended = new(2026, 6, 1);

    private static readonly Scenarios _stories = new(Chongqing.With(new("own.json", $$"""
        {
          "set": "own", "title": { "zh": "本级办法", "en": "own measure" },
          "rules": [
            {{Entry("suggestion.assignWithin", "SUG-10", 5, LimitUnit.WorkingDays)}},
            {{Entry("suggestion.returnWithin", "SUG-13", 5, LimitUnit.WorkingDays)}},
            {{Entry("suggestion.contactWithin", "SUG-15", 15, LimitUnit.WorkingDays)}},
            {{Entry("suggestion.coHandlerOpinionWithin", "SUG-16", 20, LimitUnit.WorkingDays)}},
            {{Entry("suggestion.replyWithin", "SUG-20", 2, LimitUnit.Months)}},
            {{Entry("suggestion.evaluateWithin", "SUG-31", 10, LimitUnit.WorkingDays)}},
            {{Entry("suggestion.rehandleWithin", "SUG-33", 1, LimitUnit.Months)}},
            {{Entry("citizen.noticeWithin", "CIT-10", 10, LimitUnit.Days)}}
          ]
        }
        """)));

    // What was assigned on 8 May, seen when half a year has passed; the same, assigned on 8 June.
    [Theory]
    [InlineData(ObligationKind.Reply, "2026-08-10", "3 Months by chongqing", "2026-08-10", "2 Months by own")]
    [InlineData(ObligationKind.Contact, "2026-06-04", "20 WorkingDays by chongqing", "2026-06-30", "15 WorkingDays by own")]
    [InlineData(ObligationKind.CoHandlerOpinion, "2026-06-18", "30 WorkingDays by chongqing", "2026-07-07", "20 WorkingDays by own")]
    public void A_suggestion_in_hand_keeps_its_periods(ObligationKind kind, string runningDue, string running, string laterDue, string later)
    {
        var noted = new SuggestionCommand.RecordContact(City, ContactPhase.Before, ContactManner.Visit, new("已现场查看。")) { By = A.AgencyClerk("city-management"), OccurredOn = new(2026, 11, 2) };
        var before = AssignedOn(ToAgencies);
        Owed(kind is ObligationKind.Contact ? before : before.GivenDone(noted), kind).Should().Be((runningDue, running));
        Owed(AssignedOn(new(2026, 6, 8)), kind).Should().Be((laterDue, later));
    }

    [Fact]
    public void A_suggestion_that_waits_for_assignment_keeps_its_period()
    {
        Owed(ReceivedOn(new(2026, 5, 29)), ObligationKind.Assignment).Should().Be(("2026-06-12", "10 WorkingDays by chongqing"));
        Owed(ReceivedOn(_amended), ObligationKind.Assignment).Should().Be(("2026-06-08", "5 WorkingDays by own"));
    }

    // The tenth working day after 22 May is 5 June, when five are the rule.
    [Fact]
    public void An_agency_returns_it_within_the_period_that_it_was_given()
    {
        Returning(AssignedOn(new(2026, 5, 22)), new(2026, 6, 5)).Accepted().Should().ContainSingle();
        Returning(AssignedOn(new(2026, 5, 22)), new(2026, 6, 8)).ThenRefused<ReturnTooLate>().Rule!.Set.Should().Be("chongqing");
        Returning(AssignedOn(new(2026, 6, 8)), new(2026, 6, 15)).Accepted().Should().ContainSingle();
        Returning(AssignedOn(new(2026, 6, 8)), new(2026, 6, 16)).ThenRefused<ReturnTooLate>().Rule!.Set.Should().Be("own");
    }

    // Another agency's clock starts on the day of its own assignment (SUG-14).
    [Fact]
    public void What_goes_to_another_agency_after_the_amendment_has_the_new_period()
    {
        var on = new LocalDate(2026, 6, 8);
        var returned = AssignedOn(new(2026, 5, 29)).GivenDone(new SuggestionCommand.ReturnMisassigned(City, new("属水务部门职责。")) { By = A.AgencyClerk("city-management"), OccurredOn = new(2026, 6, 5) });
        Owed(returned, ObligationKind.Reply).Should().Be(("2026-08-31", "3 Months by chongqing"));
        Owed(returned.GivenDone(new SuggestionCommand.Reassign(City, Water, ByDesk with { On = on }) { By = A.DeskClerk(), OccurredOn = on }), ObligationKind.Reply).Should().Be(("2026-08-10", "2 Months by own"));
    }

    [Fact]
    public void A_deputy_evaluates_within_the_period_that_ran_from_the_reply()
    {
        Owed(AssignedOn(ToAgencies).GivenDone(Reply(new(2026, 5, 29))), ObligationKind.Evaluation).Should().Be(("2026-06-29", "20 WorkingDays by chongqing"));
        Owed(AssignedOn(ToAgencies).GivenDone(Reply(_amended)), ObligationKind.Evaluation).Should().Be(("2026-06-15", "10 WorkingDays by own"));
    }

    [Fact]
    public void A_rehandled_reply_is_owed_within_the_period_that_ran_from_the_demand()
    {
        Owed(DemandReceivedOn(new(2026, 5, 29)), ObligationKind.Rehandling).Should().Be(("2026-07-29", "2 Months by chongqing"));
        Owed(DemandReceivedOn(_amended), ObligationKind.Rehandling).Should().Be(("2026-07-01", "1 Months by own"));
    }

    [Fact]
    public void A_citizen_is_told_within_the_period_that_ran_from_receipt()
    {
        Owed(OpinionOn(new(2026, 5, 25))).Should().Be(("2026-06-09", "15 Days by national"));
        Owed(OpinionOn(_amended)).Should().Be(("2026-06-11", "10 Days by own"));
    }

    // Two of three are a quorum of two thirds; from the day of the sitting on all have to be there.
    [Fact]
    public void A_poll_keeps_the_rules_that_the_session_confirmed()
    {
        var amended = Chongqing.With(new("own.json", """
            {
              "set": "own", "title": { "zh": "本级办法", "en": "own measure" },
              "rules": [{ "key": "congress.quorum", "id": "CONG-02", "from": "2027-01-21", "title": { "zh": "全体到会", "en": "all are there" }, "source": { "law": "本办法", "article": "5" }, "value": { "atLeast": "1/1" }, "confidence": "T" }]
            }
            """));
        Opening(amended, confirmedOn: new(2027, 1, 20)).Accepted().Should().ContainSingle();
        Opening(amended, confirmedOn: new(2027, 1, 21)).ThenRefused<QuorumNotReached>().Rule!.Set.Should().Be("own");
    }

    private static ScenarioOutcome<Poll, PollEvent> Opening(RuleSet rules, LocalDate confirmedOn)
    {
        var poll = new Scenario<PollCommand, Poll, PollEvent>(PollDecider.Instance, (command, state) => PollDecider.Decide(command, state, new(rules, CongressLevel.District, command.OccurredOn)));
        var confirm = SamplePoll.Confirming(SamplePoll.Measure with { On = confirmedOn }) with { OccurredOn = confirmedOn };
        return poll
            .GivenDone(SamplePoll.Preparing(SamplePoll.Paper), confirm, SamplePoll.Fixing(SamplePoll.Voters), SamplePoll.SigningIn(SamplePoll.Li), SamplePoll.SigningIn(SamplePoll.Wang))
            .When(SamplePoll.Opening() with { OccurredOn = new(2027, 1, 21) });
    }

    private static string Entry(string key, string id, int count, LimitUnit unit) => $$"""
        { "key": "{{key}}", "id": "{{id}}", "from": "2026-06-01", "title": { "zh": "缩短", "en": "shorter" }, "source": { "law": "本办法", "article": "5" }, "value": { "count": {{count}}, "unit": "{{unit}}" }, "confidence": "T" }
        """;

    private static Scenario<SuggestionCommand, Suggestion, SuggestionEvent> ReceivedOn(LocalDate day) => _stories.Suggestion.GivenDone(Submission(), Receipt with { OccurredOn = day });

    private static Scenario<SuggestionCommand, Suggestion, SuggestionEvent> AssignedOn(LocalDate day) => _stories.Suggestion.GivenDone(
        Submission(), Receipt, Assignment, Division(Lead, CoHandler) with { Decision = ByOffice with { On = day }, OccurredOn = day });

    private static ScenarioOutcome<Suggestion, SuggestionEvent> Returning(Scenario<SuggestionCommand, Suggestion, SuggestionEvent> story, LocalDate day) =>
        story.When(new SuggestionCommand.ReturnMisassigned(City, new("属水务部门职责。")) { By = A.AgencyClerk("city-management"), OccurredOn = day });

    private static Scenario<SuggestionCommand, Suggestion, SuggestionEvent> DemandReceivedOn(LocalDate day) => AssignedOn(ToAgencies).GivenDone(
        Reply(new(2026, 5, 20)), Evaluation(new(2026, 5, 21), SatisfactionGrade.Dissatisfied, "还有八盏不亮。"), Demand(new(2026, 5, 28)), Acknowledgement(day));

    private static Opinion OpinionOn(LocalDate day) => _stories.Opinion.GivenDone(
        new OpinionCommand.Receive(new("o-1"), new("wang"), new(new("wang"), "河堤路的路灯坏了三个月。")) { By = A.Citizen("wang"), OccurredOn = day },
        new OpinionCommand.SettleKind(OpinionKind.Suggestion) { By = A.IntakeClerk(), OccurredOn = new(2026, 6, 3) }).State;

    private static (string Due, string Why) Owed(Scenario<SuggestionCommand, Suggestion, SuggestionEvent> story, ObligationKind kind) => Said(SuggestionObligations.Of(story.State).Single(o => o.Kind == kind));

    private static (string Due, string Why) Owed(Opinion opinion) => Said(OpinionObligations.Of(opinion).Single());

    private static (string Due, string Why) Said(OpenObligation obligation)
    {
        var period = ((Due.Within)obligation.Due).Period;
        return ($"{WorkingCalendar.Official.DueOf(period).On:uuuu-MM-dd}", $"{period.Limit.Count} {period.Limit.Unit} by {period.Rule.Set}");
    }
}
