using FluentAssertions;
using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.Suggestions;
using Qijiang.Testing;
using Xunit;
using static Qijiang.Core.Suggestions.SuggestionCommand;
using static Qijiang.Core.Tests.Suggestions.Sample;
using Event = Qijiang.Core.Suggestions.SuggestionEvent;

namespace Qijiang.Core.Tests.Suggestions;

public sealed class HandlingTests
{
    private static readonly LocalDate _since = new(2018, 1, 1), _june = new(2026, 6, 1);

    [Fact]
    public void Three_meetings_are_three_records()
    {
        var visit = new RecordContact(City, ContactPhase.Before, ContactManner.Visit, new("到现场察看。")) { By = A.AgencyClerk("city-management"), OccurredOn = _june };
        InHand.When(visit).Then(new Event.ContactRecorded(City, ContactPhase.Before, ContactManner.Visit, new("到现场察看。"), _june));
        InHand.GivenDone(visit).When(visit).ThenNothing();
        InHand.GivenDone(visit).When(visit with { Phase = ContactPhase.During }).Accepted().Should().ContainSingle();
    }

    [Fact]
    public void A_meeting_is_noted_when_the_reply_is_long_out_but_not_from_before_the_assignment()
    {
        var visit = new RecordContact(City, ContactPhase.Before, ContactManner.Visit, new("到现场察看。")) { By = A.AgencyClerk("city-management"), OccurredOn = _june };
        Answered.When(visit).Accepted().Should().ContainSingle();
        Answered.When(visit with { OccurredOn = Assigned }).ThenRefused<TooEarly>().NotBefore.Should().Be(ToAgencies);
    }

    [Fact]
    public void Where_nobody_has_to_agree_the_longer_limit_holds_at_once_counted_from_assignment()
    {
        Asking(InHand).Then(
            new Event.ExtensionAsked(City, new("涉及多条道路。"), _june),
            new Event.ExtensionGranted(City, new(new(2026, 5, 8), new(6, LimitUnit.Months), new("SUG-20", "chongqing", _since)), null));
        Asking(InHand.GivenDone(Extension(_june))).ThenNothing();
    }

    [Fact]
    public void A_period_that_is_over_is_not_made_longer()
    {
        // Three months from 8 May end on Saturday, 8 August, and so on Monday the 10th.
        InHand.When(Extension(new(2026, 8, 10))).Accepted().Should().HaveCount(2);
        InHand.When(Extension(new(2026, 8, 11))).ThenRefused<ExtensionTooLate>().Rule!.Id.Should().Be("SUG-20");
    }

    [Fact]
    public void A_running_period_keeps_the_version_of_the_rules_it_started_under()
    {
        // From 1 June on another limit holds; the period that started on 8 May is extended by the old one.
        var amended = new Scenarios(Chongqing.With(new("own.json", """
            {
              "set": "own", "title": { "zh": "自定", "en": "own" },
              "rules": [{ "key": "suggestion.replyWithinComplex", "id": "SUG-20", "from": "2026-06-01", "title": { "zh": "五个月", "en": "five months" }, "source": { "law": "本办法", "article": "5" }, "value": { "count": 5, "unit": "Months" }, "confidence": "T" }]
            }
            """))).Suggestion.GivenDone(Submission(), Receipt, Assignment, Division(Lead));
        Asking(amended).Accepted().OfType<Event.ExtensionGranted>().Single().Owed.Limit.Count.Should().Be(6);
    }

    [Fact]
    public void Where_the_desk_has_to_agree_it_decides()
    {
        var strict = AssignmentTests.Strict.Suggestion.GivenDone(Submission(), Receipt, Assignment, Division(Lead, CoHandler));
        Asking(strict).Then(new Event.ExtensionAsked(City, new("涉及多条道路。"), _june));
        var asked = strict.GivenDone(Extension(_june));
        asked.When(Extension(_june)).ThenNothing();

        var on = new LocalDate(2026, 6, 4);
        var grant = new DecideExtension(City, true, A.DeskDecision(on, "延1")) { By = A.DeskClerk(), OccurredOn = on };
        asked.When(grant).Accepted().OfType<Event.ExtensionGranted>().Single().Should().BeEquivalentTo(new { Owed = new { Start = ToAgencies }, Decision = new { DocumentNumber = "延1" } });
        asked.GivenDone(grant).When(grant).ThenNothing();
        asked.When(grant with { Decision = grant.Decision with { Kind = Core.Congresses.BodyKind.CoordinatingOffice } }).ThenRefused<NotTheDesksDecision>().Rule!.Id.Should().Be("SUG-20a");

        var decline = grant with { Granted = false, Reasons = new("可按期答复。") };
        asked.When(decline with { Reasons = null }).ThenRefused<TextMissing>().Field.Should().Be("reasons");
        asked.When(decline).Then(new Event.ExtensionDeclined(City, new("可按期答复。"), decline.Decision));
        asked.GivenDone(decline).When(decline).ThenNothing();
        asked.GivenDone(decline).When(Extension(on)).ThenRefused<ExtensionSettled>();
    }

    [Fact]
    public void The_longer_limit_is_for_a_first_reply_only()
    {
        InHand.When(new Extend(Power, new("复杂。")) { By = A.AgencyClerk("power"), OccurredOn = _june }).ThenRefused<NoExtensionHere>().Rule!.Id.Should().Be("SUG-20");
        Dissatisfied.GivenDone(Demand(new(2026, 7, 10)), Acknowledgement(new(2026, 7, 13))).When(Extension(new(2026, 7, 20))).ThenRefused<NoExtensionHere>();
    }

    [Fact]
    public void Who_cannot_finish_in_time_explains_in_writing()
    {
        var late = new ExplainOverdue(City, new("材料招标延期。")) { By = A.AgencyClerk("city-management"), OccurredOn = new(2026, 8, 12) };
        InHand.When(late).Then(new Event.OverdueExplained(City, new("材料招标延期。"), new(2026, 8, 12)));
        InHand.GivenDone(late).When(late).ThenNothing();
        InHand.When(late with { Explanation = new("") }).ThenRefused<TextMissing>().Field.Should().Be("explanation");
    }

    [Fact]
    public void A_co_handler_gives_its_opinion_to_the_lead()
    {
        InHand.When(Opinion(_june)).Then(new Event.CoHandlerOpinionGiven(Power, new("电力设施已检修。"), new("principal-of-power"), [], _june));
        InHand.GivenDone(Opinion(_june)).When(Opinion(_june)).ThenNothing();
        InHand.When(Opinion(_june) with { Agency = City, By = A.AgencyClerk("city-management") }).ThenRefused<NotACoHandler>().Rule!.Id.Should().Be("SUG-16");
        InHand.When(Reply(_june) with { Agency = Power, By = A.Principal("power"), SignedBy = new("principal-of-power") }).ThenRefused<CoHandlersGiveOpinions>();
    }

    [Fact]
    public void The_lead_demands_a_new_opinion_within_five_working_days()
    {
        var given = InHand.GivenDone(Opinion(_june));
        var empty = new DemandCoHandlerOpinionAnew(Power, new("没有说明时间。")) { By = A.AgencyClerk("city-management"), OccurredOn = new(2026, 6, 3) };
        given.When(empty).Then(new Event.CoHandlerOpinionDemandedAnew(
            Power, new("没有说明时间。"), new(new(2026, 6, 3), new(5, LimitUnit.WorkingDays), new("SUG-16", "chongqing", _since))));
        given.GivenDone(empty).When(empty).ThenNothing();
        given.GivenDone(empty).When(Opinion(new(2026, 6, 8))).Accepted().Should().ContainSingle();
        given.When(empty with { By = A.AgencyClerk("power") }).ThenRefused<NotTheLeadAgency>().Rule!.Id.Should().Be("SUG-16");
    }

    [Fact]
    public void A_reply_goes_to_every_signatory_and_starts_the_time_for_evaluating()
    {
        var joint = NotSubmitted.GivenDone(Submission(Li), new ConfirmCoSignature { By = A.Deputy("li"), OccurredOn = Submitted }, Receipt, Assignment, Division(Lead));
        joint.When(Reply(Replied)).Then(new Event.ReplyGiven(
            City, ClassA, new("已完成维修。"), new("principal-of-city-management"), [Chen, Li], [],
            new(new(2026, 7, 1), new(20, LimitUnit.WorkingDays), new("SUG-31", "chongqing", _since))));
        Answered.When(Reply(Replied)).ThenNothing();
    }

    [Fact]
    public void Another_text_is_not_taken_for_the_same_act()
    {
        Answered.When(Reply(Replied) with { Text = new("更正：已完成维修二十盏。") }).ThenRefused<OutOfTurn>();
        var late = new ExplainOverdue(City, new("材料招标延期。")) { By = A.AgencyClerk("city-management"), OccurredOn = new(2026, 8, 12) };
        InHand.GivenDone(late).When(late with { Explanation = new("另有管线迁改。") }).Accepted().Should().ContainSingle();
    }

    [Fact]
    public void A_delegations_contact_group_gets_the_reply_and_its_convenor_evaluates()
    {
        var byDelegation = NotSubmitted.GivenDone(
            Submission() with { Delegation = new(new("delegation-3"), Li), Made = SubmissionTime.InSession }, Receipt, Assignment, Division(Lead), Reply(Replied));
        byDelegation.History.OfType<Event.ReplyGiven>().Single().AnswerTo.Should().Equal(Chen, Li);
        byDelegation.When(Evaluation(Evaluated, SatisfactionGrade.Satisfied)).ThenRefused<NotTheEvaluator>().Rule!.Id.Should().Be("SUG-26");
        byDelegation.When(Evaluation(Evaluated, SatisfactionGrade.Satisfied) with { By = A.Deputy("li") }).Accepted().Should().ContainSingle();
    }

    [Fact]
    public void A_reply_is_signed_by_the_agencys_principal_leader()
    {
        InHand.When(Reply(Replied) with { By = A.AgencyClerk("city-management") }).ThenRefused<NotSignedByPrincipal>().Should().BeEquivalentTo(new { Field = "signedBy", Rule = new { Id = "SUG-25" } });
        InHand.When(Reply(Replied) with { SignedBy = new("somebody-else") }).ThenRefused<NotSignedByPrincipal>();
        InHand.When(Reply(Replied) with { By = A.AgencyClerk("city-management", onBehalfOf: "principal-of-city-management") }).Accepted().Should().ContainSingle();
    }

    [Fact]
    public void A_class_is_one_of_the_scheme_in_force()
    {
        InHand.When(Reply(Replied, new("chongqing-abcd", "E", "其他"))).ThenRefused<ReplyClassUnknown>().Rule!.Id.Should().Be("SUG-22");
        InHand.When(Reply(Replied, ClassA with { Text = "留作参考" })).ThenRefused<ReplyClassUnknown>();
        InHand.When(Reply(Replied, ClassA with { Scheme = "city-2008" })).ThenRefused<ReplyClassUnknown>();
        ReplyClassScheme.Of("chongqing-abcd").Select(c => c.Code).Should().Equal("A", "B", "C", "D");
    }

    [Fact]
    public void Planned_means_promised_with_a_date()
    {
        InHand.When(Reply(Replied, ClassB)).ThenRefused<PromiseMissing>().Should().BeEquivalentTo(new { Field = "promises", Rule = new { Id = "SUG-23" } });
        InHand.When(Reply(Replied, ClassB, ByOctober with { By = new(2026, 6, 30) })).ThenRefused<TooEarly>().Field.Should().Be("promises.by");
        InHand.When(Reply(Replied, ClassB, ByOctober, ByOctober)).ThenRefused<CommitmentIdTaken>().Field.Should().Be("promises.id");
        InHand.When(Reply(Replied, ClassB, ByOctober with { Item = new("") })).ThenRefused<TextMissing>().Field.Should().Be("promises.item");
        ((Suggestion.InHand)WithPromise.State).Handlings[0].Commitments.Should().Equal(new Commitment(Promised, Replied, new(2026, 10, 31), new Delivery.Promised()));
    }

    [Fact]
    public void A_reply_is_not_dated_before_its_assignment() =>
        InHand.When(Reply(new(2026, 5, 7))).ThenRefused<TooEarly>().Should().BeEquivalentTo(new { Field = "occurredOn", NotBefore = ToAgencies });

    [Fact]
    public void Separate_handlers_are_answered_and_evaluated_each_on_its_own()
    {
        var separate = WithOffice.GivenDone(Division(new(City, HandlingRole.Separate), new(Water, HandlingRole.Separate)), Reply(Replied));
        var state = (Suggestion.InHand)separate.State;
        (state.IsAnswered, state.IsReplied).Should().Be((true, false));
        separate.When(Evaluation(Evaluated, SatisfactionGrade.Satisfied)).Accepted().Should().ContainSingle();
        separate.When(Evaluation(Evaluated, SatisfactionGrade.Satisfied) with { Agency = Water }).ThenRefused<OutOfTurn>();
    }

    private static Extend Extension(LocalDate on) => new(City, new("涉及多条道路。")) { By = A.AgencyClerk("city-management"), OccurredOn = on };

    private static GiveCoHandlerOpinion Opinion(LocalDate on) => new(Power, new("电力设施已检修。"), new("principal-of-power")) { By = A.AgencyClerk("power"), OccurredOn = on };

    private static ScenarioOutcome<Suggestion, Event> Asking(Scenario<SuggestionCommand, Suggestion, Event> story) => story.When(Extension(_june));
}
