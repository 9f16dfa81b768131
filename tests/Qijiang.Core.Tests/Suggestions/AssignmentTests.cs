using FluentAssertions;
using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Suggestions;
using Qijiang.Testing;
using Xunit;
using static Qijiang.Core.Suggestions.SuggestionCommand;
using static Qijiang.Core.Tests.Suggestions.Sample;
using Event = Qijiang.Core.Suggestions.SuggestionEvent;

namespace Qijiang.Core.Tests.Suggestions;

public sealed class AssignmentTests
{
    private static readonly LocalDate _since = new(2018, 1, 1);

    [Fact]
    public void What_is_not_admitted_is_returned_with_an_explanation()
    {
        var back = new Return(Inadmissibility.JudicialCase, new("涉及具体司法案件。"), A.DeskDecision(Assigned)) { By = A.DeskClerk(), OccurredOn = Assigned };
        AwaitingAssignment.When(back).Then(new Event.Returned(Inadmissibility.JudicialCase, new("涉及具体司法案件。"), back.Decision));
        AwaitingAssignment.GivenDone(back).When(back).ThenNothing();
        AwaitingAssignment.GivenDone(back).State.Should().BeOfType<Suggestion.Returned>();
        AwaitingAssignment.When(back with { Explanation = new("") }).ThenRefused<TextMissing>().Field.Should().Be("explanation");
    }

    [Fact]
    [Trait("rule", "SUG-03")]
    public void Several_matters_in_one_suggestion_are_returned()
    {
        var back = new Return(Inadmissibility.SeveralMatters, new("一事一议，请分别提出。"), A.DeskDecision(Assigned)) { By = A.DeskClerk(), OccurredOn = Assigned };
        AwaitingAssignment.When(back).Then(new Event.Returned(Inadmissibility.SeveralMatters, new("一事一议，请分别提出。"), back.Decision));
    }

    [Fact]
    public void Or_it_is_passed_to_a_department_as_a_reference()
    {
        var on = new TakeAsReference(City, Inadmissibility.AcademicOrPromotion, new("学术探讨，转作参考。"), A.DeskDecision(Assigned)) { By = A.DeskClerk(), OccurredOn = Assigned };
        AwaitingAssignment.When(on).Then(new Event.TakenAsReference(City, Inadmissibility.AcademicOrPromotion, new("学术探讨，转作参考。"), on.Decision));
        AwaitingAssignment.GivenDone(on).When(on).ThenNothing();
    }

    [Fact]
    public void A_merged_one_has_its_reply_sent_to_its_own_signatories()
    {
        var merge = new MergeInto(new("s-9"), A.DeskDecision(Assigned)) { By = A.DeskClerk(), OccurredOn = Assigned };
        AwaitingAssignment.When(merge).Then(new Event.MergedInto(new("s-9"), merge.Decision));
        AwaitingAssignment.GivenDone(merge).When(merge).ThenNothing();
        AwaitingAssignment.When(merge with { Into = Lamps }).ThenRefused<MergesIntoItself>().Rule!.Id.Should().Be("SUG-11");

        var takeIn = new TakeIn(new(new("s-0"), [Li])) { By = Actor.Qijiang, OccurredOn = Assigned };
        WithOffice.When(takeIn).Then(new Event.OtherTakenIn(new(new("s-0"), [Li])));
        WithOffice.GivenDone(takeIn).When(takeIn).ThenNothing();
        Answered.When(takeIn).ThenRefused<AnsweredAlready>();
        WithOffice.GivenDone(takeIn, Division(Lead)).When(Reply(Replied)).Accepted().OfType<Event.ReplyGiven>().Single().AnswerTo.Should().Equal(Chen, Li);
    }

    [Fact]
    public void Only_the_desk_or_the_secretariat_decides_on_it()
    {
        AwaitingAssignment.When(Assignment with { Decision = ByDesk with { Kind = BodyKind.Agency } }).ThenRefused<NotTheDesksDecision>().Field.Should().Be("decision.kind");
        AwaitingAssignment.When(Assignment with { Decision = ByDesk with { Kind = BodyKind.SessionSecretariat } }).Accepted().Should().ContainSingle();
    }

    [Fact]
    public void An_act_by_decision_is_dated_as_its_document_is() =>
        AwaitingAssignment.When(Assignment with { OccurredOn = ToAgencies }).ThenRefused<NotTheDecisionsDate>().Field.Should().Be("occurredOn");

    [Fact]
    public void It_is_not_assigned_before_it_was_received()
    {
        var early = new LocalDate(2026, 4, 23);
        AwaitingAssignment.When(Assignment with { Decision = ByDesk with { On = early }, OccurredOn = early })
            .ThenRefused<TooEarly>().Should().BeEquivalentTo(new { Field = "decision.on", NotBefore = Received });
    }

    [Fact]
    public void The_desk_assigns_to_the_coordinating_office_at_a_meeting()
    {
        AwaitingAssignment.When(Assignment).Then(new Event.Assigned(GovernmentOffice, ByDesk));
        WithOffice.When(Assignment).ThenNothing();
    }

    [Fact]
    public void Each_agencys_periods_start_on_the_date_of_the_document_that_assigns_to_it() => WithOffice.When(Division(Lead, CoHandler)).Then(
        new Event.HandlingOpened(
            City, HandlingRole.Lead, new(new(2026, 5, 8), new(3, LimitUnit.Months), new("SUG-20", "chongqing", _since)),
            new(new(2026, 5, 8), new(10, LimitUnit.WorkingDays), new("SUG-13", "chongqing", _since)),
            new(new(2026, 5, 8), new(20, LimitUnit.WorkingDays), new("SUG-15", "chongqing", _since)), null, new(2026, 5, 6), ByOffice),
        new Event.HandlingOpened(
            Power, HandlingRole.CoHandler, new(new(2026, 5, 8), new(30, LimitUnit.WorkingDays), new("SUG-16", "chongqing", _since)),
            new(new(2026, 5, 8), new(10, LimitUnit.WorkingDays), new("SUG-13", "chongqing", _since)), null, null, new(2026, 5, 6), ByOffice));

    [Fact]
    public void Assigning_to_agencies_again_changes_nothing() => InHand.When(Division(Lead, CoHandler)).ThenNothing();

    [Fact]
    public void The_desk_can_assign_to_an_agency_directly() =>
        AwaitingAssignment.When(Division(Lead) with { Decision = ByDesk, By = A.DeskClerk(), OccurredOn = Assigned }).Accepted()
            .OfType<Event.HandlingOpened>().Single().Owed.Start.Should().Be(new LocalDate(2026, 5, 6));

    [Fact]
    public void In_a_town_two_months_are_owed_and_four_where_it_is_complex()
    {
        var town = new Scenarios(Chongqing, CongressLevel.Town).Suggestion.GivenDone(Submission(), Receipt, Assignment);
        Owed(town.When(Division(Lead)).Accepted()).Should().Be(new StatutoryPeriod(new(2026, 5, 8), new(2, LimitUnit.Months), new("SUG-21", "chongqing", new(2016, 3, 31))));
        Owed(town.When(Division(Lead with { ComplexBecause = new("涉及面广") })).Accepted()).Limit.Should().Be(new TimeLimit(4, LimitUnit.Months));
    }

    [Fact]
    public void A_complex_one_has_six_months_from_assignment() =>
        Owed(WithOffice.When(Division(Lead with { ComplexBecause = new("涉及面广") })).Accepted())
            .Should().Be(new StatutoryPeriod(new(2026, 5, 8), new(6, LimitUnit.Months), new("SUG-20", "chongqing", _since)));

    [Fact]
    public void Where_the_desk_has_to_consent_the_coordinating_office_alone_cannot_say_so()
    {
        var strict = Strict.Suggestion.GivenDone(Submission(), Receipt, Assignment);
        strict.When(Division(Lead with { ComplexBecause = new("涉及面广") })).ThenRefused<ExtensionNeedsConsent>().Rule!.Set.Should().Be("own");
    }

    public static TheoryData<Part[]> UnlawfulDivisions => new(
    [
        [],
        [CoHandler],
        [Lead, Lead with { Agency = Water }],
        [Lead, Lead with { Role = HandlingRole.CoHandler }],
        [Lead, new(Water, HandlingRole.Separate)],
        [new(Water, HandlingRole.Separate)],
        [new(Water, HandlingRole.Separate), new(City, HandlingRole.Separate), CoHandler],
    ]);

    [Theory]
    [MemberData(nameof(UnlawfulDivisions))]
    public void A_lead_with_co_handlers_or_several_separate_handlers_and_nothing_else(Part[] parts) =>
        WithOffice.When(Division(parts)).ThenRefused<DivisionUnlawful>().Should().BeEquivalentTo(new { Field = "parts", Rule = new { Id = "SUG-12" } });

    [Fact]
    public void The_office_that_has_it_names_the_agencies()
    {
        WithOffice.When(Division(Lead) with { Decision = ByOffice with { Body = new("another-office") } }).ThenRefused<NotTheOneAssignedTo>().Field.Should().Be("decision.body");
        var early = new LocalDate(2026, 5, 5);
        WithOffice.When(Division(Lead) with { Decision = ByOffice with { On = early }, OccurredOn = early }).ThenRefused<TooEarly>().NotBefore.Should().Be(Assigned);
    }

    [Fact]
    public void An_agency_returns_what_is_not_its_own_within_ten_working_days()
    {
        Returning(new(2026, 5, 21)).Then(new Event.ReturnAsked(City, new("属水务部门职责。"), new(new(2026, 5, 21), new(10, LimitUnit.WorkingDays), new("SUG-13", "chongqing", _since))));
        Returning(new(2026, 5, 22)).ThenRefused<ReturnTooLate>().Rule!.Id.Should().Be("SUG-13");
        Returned.When(new ReturnMisassigned(City, new("属水务部门职责。")) { By = A.AgencyClerk("city-management"), OccurredOn = new(2026, 5, 12) }).ThenNothing();
    }

    [Fact]
    public void A_declined_return_is_not_repeated()
    {
        var decline = new DeclineReturn(City, new("属城市管理职责。"), ByOffice with { On = new(2026, 5, 15), DocumentNumber = "退1" }) { By = A.CoordinatingClerk(), OccurredOn = new(2026, 5, 15) };
        Returned.When(decline).Then(new Event.ReturnDeclined(City, new("属城市管理职责。"), decline.Decision));
        var declined = Returned.GivenDone(decline);
        declined.When(decline).ThenNothing();
        declined.When(new ReturnMisassigned(City, new("不是。")) { By = A.AgencyClerk("city-management"), OccurredOn = new(2026, 5, 18) }).ThenRefused<ReturnSettled>();
        Returned.When(decline with { Decision = decline.Decision with { Body = Water } }).ThenRefused<NotTheAssigner>().Rule!.Id.Should().Be("SUG-13");
    }

    [Fact]
    public void Reassigned_the_clock_starts_anew_and_the_first_date_stays()
    {
        Returned.When(Moving).Then(
            new Event.HandlingMoved(City, Water, Moving.Decision),
            new Event.HandlingOpened(
                Water, HandlingRole.Lead, new(new(2026, 5, 20), new(3, LimitUnit.Months), new("SUG-20", "chongqing", _since)),
                new(new(2026, 5, 20), new(10, LimitUnit.WorkingDays), new("SUG-13", "chongqing", _since)),
                new(new(2026, 5, 20), new(20, LimitUnit.WorkingDays), new("SUG-15", "chongqing", _since)), null, new(2026, 5, 6), Moving.Decision));
        Returned.GivenDone(Moving).When(Moving).ThenNothing();
        Returned.When(Moving with { To = Power }).ThenRefused<AlreadyHandling>().Field.Should().Be("to");
    }

    [Fact]
    public void Where_a_congress_says_so_the_old_clock_runs_on()
    {
        var strict = Strict.Suggestion.GivenDone(Submission(), Receipt, Assignment, Division(Lead, CoHandler), Misassigned);
        strict.When(Moving).Accepted().OfType<Event.HandlingOpened>().Single().Owed.Start.Should().Be(new LocalDate(2026, 5, 8));
    }

    [Fact]
    public void A_return_is_decided_no_earlier_than_it_came() =>
        Returned.When(Moving with { Decision = Moving.Decision with { On = new(2026, 5, 11) }, OccurredOn = new(2026, 5, 11) })
            .ThenRefused<TooEarly>().Should().BeEquivalentTo(new { Field = "decision.on", NotBefore = new LocalDate(2026, 5, 12) });

    [Fact]
    public void One_agency_does_not_act_on_anothers_part()
    {
        InHand.When(new ReturnMisassigned(City, new("不是。")) { By = A.AgencyClerk("power"), OccurredOn = ToAgencies }).ThenRefused<NotYourHandling>();
        InHand.When(new ReturnMisassigned(Water, new("不是。")) { By = A.AgencyClerk("water"), OccurredOn = ToAgencies }).ThenRefused<NoSuchHandling>();
    }

    /// <summary>A congress of its own ways: the desk consents to the longer limit, reassignment does not restart the clock.</summary>
    internal static Scenarios Strict { get; } = new(Chongqing.With(new("own.json", """
        {
          "set": "own", "title": { "zh": "自定", "en": "own" },
          "rules": [
            { "key": "suggestion.extensionApproval", "id": "SUG-20a", "from": "2026-01-01", "title": { "zh": "须经同意", "en": "by consent" }, "source": { "law": "本办法", "article": "3" }, "value": "Desk", "confidence": "T" },
            { "key": "suggestion.reassignRestartsReplyClock", "id": "SUG-14", "from": "2026-01-01", "title": { "zh": "不重新计算", "en": "runs on" }, "source": { "law": "本办法", "article": "4" }, "value": false, "confidence": "T" }
          ]
        }
        """)));

    private static ReturnMisassigned Misassigned => new(City, new("属水务部门职责。")) { By = A.AgencyClerk("city-management"), OccurredOn = new(2026, 5, 12) };

    private static Scenario<SuggestionCommand, Suggestion, Event> Returned => InHand.GivenDone(Misassigned);

    private static Reassign Moving => new(City, Water, ByDesk with { On = new(2026, 5, 20), DocumentNumber = "改1" }) { By = A.DeskClerk(), OccurredOn = new(2026, 5, 20) };

    private static ScenarioOutcome<Suggestion, Event> Returning(LocalDate on) => InHand.When(Misassigned with { OccurredOn = on });

    private static StatutoryPeriod Owed(ValueList<Event> events) => events.OfType<Event.HandlingOpened>().Single().Owed;
}
