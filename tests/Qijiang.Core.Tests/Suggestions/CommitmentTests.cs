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

public sealed class CommitmentTests
{
    private static readonly LocalDate _since = new(2018, 1, 1), _reported = new(2026, 10, 20), _graded = new(2026, 10, 26);

    [Fact]
    public void The_day_after_the_promised_one_the_matter_is_back_on_the_desk_by_itself()
    {
        WithPromise.When(Lapse(new(2026, 10, 31))).ThenRefused<NotLapsedYet>().Rule!.Id.Should().Be("SUG-23");
        WithPromise.When(Lapse(new(2026, 11, 1))).Then(new Event.CommitmentLapsed(City, Promised, new(2026, 11, 1)));
        WithPromise.GivenDone(Lapse(new(2026, 11, 1))).When(Lapse(new(2026, 11, 2))).ThenNothing();
        WithPromise.When(Lapse(new(2026, 11, 1)) with { By = A.DeskClerk() }).ThenRefused<NotYourOffice>();
    }

    [Fact]
    public void A_timer_that_comes_after_the_report_finds_nothing_to_do() => Reported.When(Lapse(new(2026, 11, 1))).ThenNothing();

    [Fact]
    public void Delivery_is_reported_and_then_evaluated()
    {
        WithPromise.When(Report(_reported)).Then(new Event.DeliveryReported(
            City, Promised, new("二十盏全部更换。"), new(new(2026, 10, 20), new(20, LimitUnit.WorkingDays), new("SUG-31", "chongqing", _since))));
        Reported.When(Report(_reported)).ThenNothing();
        Reported.When(Grade(SatisfactionGrade.Satisfied)).Then(new Event.DeliveryEvaluated(
            City, Promised, SatisfactionGrade.Satisfied, null, true, new(new(2026, 10, 26), new(3, LimitUnit.WorkingDays), new("SUG-38", "chongqing", _since)), null));
        var done = Reported.GivenDone(Grade(SatisfactionGrade.Satisfied));
        done.When(Grade(SatisfactionGrade.Satisfied)).ThenNothing();
        done.When(Grade(SatisfactionGrade.BasicallySatisfied)).ThenRefused<AlreadyEvaluated>();
    }

    [Fact]
    public void What_was_done_in_time_can_be_reported_after_it_lapsed() =>
        WithPromise.GivenDone(Lapse(new(2026, 11, 1))).When(Report(_reported)).Accepted().Should().ContainSingle();

    [Fact]
    public void Delivery_is_not_reported_from_before_the_promise() =>
        WithPromise.When(Report(new(2026, 6, 30))).ThenRefused<TooEarly>().NotBefore.Should().Be(Replied);

    [Fact]
    public void Dissatisfied_with_delivery_it_goes_straight_to_the_meeting()
    {
        Reported.When(Grade(SatisfactionGrade.Dissatisfied, "只换了十二盏。")).Accepted().OfType<Event.DeliveryEvaluated>().Single().MeetingBecause!.Id.Should().Be("SUG-35");
        Reported.When(Grade(SatisfactionGrade.Dissatisfied)).ThenRefused<OpinionMissing>();
        Reported.When(Grade(SatisfactionGrade.Satisfied) with { By = A.Deputy("li") }).ThenRefused<NotTheEvaluator>();

        var meeting = Reported.GivenDone(Grade(SatisfactionGrade.Dissatisfied, "只换了十二盏。"));
        meeting.When(Opinion).Then(new Event.DeliveryMeetingOpinionGiven(City, Promised, new("年底前补齐。"), Opinion.Decision));
        meeting.GivenDone(Opinion).When(Opinion).ThenNothing();
        meeting.When(Opinion with { Decision = Opinion.Decision with { Kind = BodyKind.Agency } }).ThenRefused<NotTheDesksDecision>().Rule!.Id.Should().Be("SUG-32");
    }

    [Fact]
    public void The_desk_can_settle_what_lapsed() => WithPromise.GivenDone(Lapse(new(2026, 11, 1))).When(Opinion).Accepted().Should().ContainSingle();

    [Fact]
    public void A_mis_click_on_delivery_is_put_right()
    {
        var right = new CorrectDeliveryEvaluation(City, Promised, SatisfactionGrade.Dissatisfied, new("误选。")) { By = A.Deputy("chen"), OccurredOn = new(2026, 10, 28) };
        var done = Reported.GivenDone(Grade(SatisfactionGrade.Satisfied));
        done.When(right).Then(new Event.DeliveryEvaluationCorrected(City, Promised, SatisfactionGrade.Satisfied, SatisfactionGrade.Dissatisfied, new("误选。"), new("SUG-35", "chongqing", _since)));
        done.GivenDone(right).When(right).ThenNothing();
        done.When(right with { OccurredOn = new(2026, 10, 30) }).ThenRefused<CorrectionOver>();
        done.When(right with { Opinion = null }).ThenRefused<OpinionMissing>();
        done.GivenDone(right, Opinion).When(right).ThenRefused<CorrectionOver>();
    }

    [Fact]
    public void The_deputy_is_urged_only_after_the_time_is_over()
    {
        // Twenty working days from 20 October end on 17 November.
        Reported.When(Urge(new(2026, 11, 17))).ThenRefused<NotOverdueYet>();
        Reported.When(Urge(new(2026, 11, 18))).Then(new Event.DeliveryEvaluationUrged(City, Promised));
        var urged = Reported.GivenDone(Urge(new(2026, 11, 18)));
        urged.When(Urge(new(2026, 11, 19))).ThenNothing();
        urged.When(Grade(SatisfactionGrade.Satisfied) with { OccurredOn = new(2026, 11, 20) }).Accepted().OfType<Event.DeliveryEvaluated>().Single().Counted.Should().BeFalse();
    }

    [Fact]
    public void There_is_no_delivery_without_a_promise() =>
        WithPromise.When(Report(_reported) with { Commitment = new("c-9") }).ThenRefused<NoSuchCommitment>().Field.Should().Be("commitment");

    private static Scenario<SuggestionCommand, Suggestion, Event> Reported => WithPromise.GivenDone(Report(_reported));

    private static LapseCommitment Lapse(LocalDate on) => new(City, Promised) { By = Actor.Qijiang, OccurredOn = on };

    private static ReportDelivery Report(LocalDate on) => new(City, Promised, new("二十盏全部更换。")) { By = A.AgencyClerk("city-management"), OccurredOn = on };

    private static UrgeDeliveryEvaluation Urge(LocalDate on) => new(City, Promised) { By = Actor.Qijiang, OccurredOn = on };

    private static EvaluateDelivery Grade(SatisfactionGrade grade, string? opinion = null) =>
        new(City, Promised, grade, opinion is null ? null : new(opinion)) { By = A.Deputy("chen"), OccurredOn = _graded };

    private static GiveDeliveryMeetingOpinion Opinion => new(City, Promised, new("年底前补齐。"), A.DeskDecision(new(2026, 11, 10), "处理2")) { By = A.DeskClerk(), OccurredOn = new(2026, 11, 10) };
}
