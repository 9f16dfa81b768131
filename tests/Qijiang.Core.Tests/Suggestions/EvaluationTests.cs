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

public sealed class EvaluationTests
{
    private static readonly LocalDate _since = new(2018, 1, 1), _demanded = new(2026, 7, 10), _received = new(2026, 7, 13), _again = new(2026, 8, 20);

    [Fact]
    public void Satisfied_closes_it()
    {
        var graded = Answered.GivenDone(Evaluation(Evaluated, SatisfactionGrade.BasicallySatisfied));
        graded.History[^1].Should().Be(new Event.Evaluated(
            City, Subject.Reply, SatisfactionGrade.BasicallySatisfied, null, true, new(new(2026, 7, 6), new(3, LimitUnit.WorkingDays), new("SUG-38", "chongqing", _since))));
        graded.When(Evaluation(Evaluated, SatisfactionGrade.BasicallySatisfied)).ThenNothing();
        graded.When(Evaluation(Evaluated, SatisfactionGrade.Satisfied)).ThenRefused<AlreadyEvaluated>().Rule!.Id.Should().Be("SUG-38");
        ((Suggestion.InHand)graded.State).IsStruckOff.Should().BeFalse("the co-handler's opinion is still owed");
        ((Suggestion.InHand)WithOffice.GivenDone(Division(Lead), Reply(Replied), Evaluation(Evaluated, SatisfactionGrade.Satisfied)).State).IsStruckOff.Should().BeTrue();
    }

    [Fact]
    public void Only_the_lead_deputy_evaluates() =>
        Answered.When(Evaluation(Evaluated, SatisfactionGrade.Satisfied) with { By = A.Deputy("li") }).ThenRefused<NotTheEvaluator>().Rule!.Id.Should().Be("SUG-26");

    [Fact]
    public void A_reply_is_not_evaluated_before_it_was_given() =>
        Answered.When(Evaluation(new(2026, 6, 30), SatisfactionGrade.Satisfied)).ThenRefused<TooEarly>().NotBefore.Should().Be(Replied);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Dissatisfied_states_specific_opinions(string? opinion) =>
        Answered.When(Evaluation(Evaluated, SatisfactionGrade.Dissatisfied, opinion)).ThenRefused<OpinionMissing>().Should().BeEquivalentTo(new { Field = "opinion", Rule = new { Id = "SUG-32" } });

    [Fact]
    public void Late_in_spite_of_a_reminder_it_is_kept_and_not_counted()
    {
        // Twenty working days from 1 July end on 29 July.
        Answered.When(Urging(new(2026, 7, 29))).ThenRefused<NotOverdueYet>().Rule!.Id.Should().Be("SUG-36");
        Answered.When(Urging(new(2026, 7, 30))).Then(new Event.EvaluationUrged(City));
        var urged = Answered.GivenDone(Urging(new(2026, 7, 30)));
        urged.When(Urging(new(2026, 7, 31))).ThenNothing();
        Counted(urged, new(2026, 8, 3)).Should().BeFalse();
        Counted(urged, new(2026, 7, 29)).Should().BeTrue("it is the date in law that counts, and on paper it was in time");
        Counted(Answered, new(2026, 8, 3)).Should().BeTrue("nobody had reminded the deputy");
    }

    [Fact]
    public void A_reminder_that_comes_after_the_evaluation_finds_nothing_to_do() => Dissatisfied.When(Urging(new(2026, 8, 3))).ThenNothing();

    [Fact]
    public void A_mis_click_is_put_right_within_three_working_days_and_the_first_value_stays()
    {
        var right = new CorrectEvaluation(City, SatisfactionGrade.Satisfied) { By = A.Deputy("chen"), OccurredOn = new(2026, 7, 9) };
        Dissatisfied.When(right).Then(new Event.EvaluationCorrected(City, SatisfactionGrade.Dissatisfied, SatisfactionGrade.Satisfied, null));
        var corrected = Dissatisfied.GivenDone(right);
        corrected.When(right).ThenNothing();
        corrected.When(Demand(_demanded)).ThenRefused<OutOfTurn>();
        Dissatisfied.When(right with { OccurredOn = new(2026, 7, 10) }).ThenRefused<CorrectionOver>().Rule!.Id.Should().Be("SUG-38");
        Dissatisfied.When(right with { By = A.Deputy("li") }).ThenRefused<NotTheEvaluator>();
        Dissatisfied.GivenDone(Demand(new(2026, 7, 8))).When(right).ThenRefused<CorrectionOver>();

        var closed = Answered.GivenDone(Evaluation(Evaluated, SatisfactionGrade.Satisfied));
        closed.When(right with { Grade = SatisfactionGrade.Dissatisfied }).ThenRefused<OpinionMissing>();
        closed.GivenDone(right with { Grade = SatisfactionGrade.Dissatisfied, Opinion = new("有八盏不亮。") }).When(Demand(_demanded)).Accepted().Should().ContainSingle();
    }

    [Fact]
    public void The_opinions_can_be_put_right_as_well()
    {
        var right = new CorrectEvaluation(City, SatisfactionGrade.Dissatisfied, new("还有九盏不亮。")) { By = A.Deputy("chen"), OccurredOn = new(2026, 7, 7) };
        Dissatisfied.When(right).Then(new Event.EvaluationCorrected(City, SatisfactionGrade.Dissatisfied, SatisfactionGrade.Dissatisfied, new("还有九盏不亮。")));
        Dissatisfied.When(right with { Opinion = new("还有八盏不亮。") }).ThenNothing();
        Dissatisfied.When(Evaluation(Evaluated, SatisfactionGrade.Dissatisfied, "还有九盏不亮。")).ThenRefused<AlreadyEvaluated>();
    }

    [Fact]
    public void The_desk_decides_whether_to_demand_rehandling()
    {
        Dissatisfied.When(Demand(_demanded)).Then(new Event.RehandlingDemanded(City, new("请逐盏核实。"), A.DeskDecision(_demanded, "desk-re")));
        Dissatisfied.GivenDone(Demand(_demanded)).When(Demand(_demanded)).ThenNothing();
        Dissatisfied.When(Demand(_demanded, demand: false)).Then(new Event.RehandlingDeclined(City, new("请逐盏核实。"), A.DeskDecision(_demanded, "desk-re")));
        Dissatisfied.GivenDone(Demand(_demanded, demand: false)).When(Demand(_demanded, demand: false)).ThenNothing();
        Dissatisfied.When(Demand(_demanded) with { Decision = A.DeskDecision(_demanded) with { Kind = BodyKind.StandingCommittee } })
            .ThenRefused<NotTheDesksDecision>().Rule!.Id.Should().Be("SUG-32");
        Dissatisfied.When(Demand(new(2026, 7, 3))).ThenRefused<TooEarly>().Should().BeEquivalentTo(new { Field = "decision.on", NotBefore = Evaluated });
    }

    [Fact]
    public void Rehandling_is_owed_two_months_from_receipt_of_the_demand()
    {
        var demanded = Dissatisfied.GivenDone(Demand(_demanded));
        demanded.When(Acknowledgement(_received)).Then(new Event.DemandReceived(City, new(new(2026, 7, 13), new(2, LimitUnit.Months), new("SUG-33", "chongqing", _since))));
        demanded.GivenDone(Acknowledgement(_received)).When(Acknowledgement(_received)).ThenNothing();
        demanded.When(Acknowledgement(new(2026, 7, 9))).ThenRefused<TooEarly>();
    }

    [Fact]
    public void Still_dissatisfied_after_rehandling_it_goes_to_the_meeting_and_the_desks_opinion_ends_it()
    {
        var second = Dissatisfied.GivenDone(Demand(_demanded), Acknowledgement(_received), Reply(_again));
        var graded = second.When(Evaluation(new(2026, 8, 24), SatisfactionGrade.Dissatisfied, "仍有三盏不亮。")).Accepted();
        graded[^1].Should().Be(new Event.MeetingDue(City, new("SUG-34", "chongqing", _since)));
        var before = second.Given(graded);
        before.When(Demand(new(2026, 8, 26))).ThenRefused<GoesToTheMeeting>().Rule!.Id.Should().Be("SUG-34");

        before.When(Opinion(new(2026, 9, 1))).Then(new Event.MeetingOpinionGiven(City, new("九月底前全部修复，代表现场验收。"), A.DeskDecision(new(2026, 9, 1), "处理1")));
        before.GivenDone(Opinion(new(2026, 9, 1))).When(Opinion(new(2026, 9, 1))).ThenNothing();
        before.When(Opinion(new(2026, 9, 1)) with { Decision = A.DeskDecision(new(2026, 9, 1)) with { Kind = BodyKind.Agency } }).ThenRefused<NotTheDesksDecision>();
    }

    [Fact]
    public void What_follows_dissatisfaction_with_a_co_handlers_opinion_no_text_says()
    {
        var opinion = new GiveCoHandlerOpinion(Power, new("已检修。"), new("principal-of-power")) { By = A.AgencyClerk("power"), OccurredOn = new(2026, 6, 1) };
        var graded = InHand.GivenDone(opinion, Evaluation(new(2026, 6, 5), SatisfactionGrade.Dissatisfied, "没有说明时间。") with { Agency = Power });
        ((Suggestion.InHand)graded.State).Handlings[1].Stage.Should().BeOfType<Stage.Closed>().Which.Of.Should().Be(Subject.CoHandlerOpinion);
        graded.When(Demand(_demanded) with { Agency = Power }).ThenRefused<OutOfTurn>();
    }

    [Fact]
    public void A_correction_after_rehandling_can_still_lead_to_the_meeting()
    {
        var third = Dissatisfied.GivenDone(Demand(_demanded), Acknowledgement(_received), Reply(_again), Evaluation(new(2026, 8, 24), SatisfactionGrade.Satisfied));
        third.When(new CorrectEvaluation(City, SatisfactionGrade.Dissatisfied, new("误选。")) { By = A.Deputy("chen"), OccurredOn = new(2026, 8, 25) }).Accepted()
            .Should().HaveCount(2).And.Subject.Last().Should().BeOfType<Event.MeetingDue>();
    }

    private static GiveMeetingOpinion Opinion(LocalDate on) => new(City, new("九月底前全部修复，代表现场验收。"), A.DeskDecision(on, "处理1")) { By = A.DeskClerk(), OccurredOn = on };

    private static UrgeEvaluation Urging(LocalDate on) => new(City) { By = Actor.Qijiang, OccurredOn = on };

    private static bool Counted(Scenario<SuggestionCommand, Suggestion, Event> story, LocalDate on) =>
        story.When(Evaluation(on, SatisfactionGrade.Satisfied)).Accepted().OfType<Event.Evaluated>().Single().Counted;
}
