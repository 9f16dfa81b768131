using FluentAssertions;
using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.CitizenInput;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;
using Qijiang.Testing;
using Xunit;
using static Qijiang.Core.CitizenInput.OpinionCommand;
using Event = Qijiang.Core.CitizenInput.OpinionEvent;

namespace Qijiang.Core.Tests.CitizenInput;

public sealed class OpinionDeciderTests
{
    private static readonly Scenarios _stories = new(RuleSet.Preset("chongqing"));
    private static readonly LocalDate _day = new(2026, 2, 2), _next = new(2026, 2, 3);
    private static readonly PersonId _wang = new("wang");
    private static readonly StatutoryPeriod _fifteenDays = new(_day, new(15, LimitUnit.Days), new("CIT-10", "national", new(2022, 5, 1)));

    private static readonly Receive _typed = new(new("o-1"), _wang, new(_wang, "河堤路的路灯坏了三个月。")) { By = A.Citizen("wang"), OccurredOn = _day, Title = new(_wang, "路灯不亮"), District = new("district-1") };

    [Fact]
    [Trait("rule", "CIT-01")]
    public void A_citizens_words_are_received_and_a_written_notice_is_owed_within_fifteen_days()
    {
        _stories.Opinion.When(_typed).Then(new Event.Received(
            new("o-1"), _wang, new(_wang, "河堤路的路灯坏了三个月。"), new(_wang, "路灯不亮"), null, null, null, OpinionManner.Typed, new("district-1"), _fifteenDays, _day));
        Received.When(_typed).ThenNothing();
        Received.State.IsSealed.Should().BeTrue("nobody has settled the kind");
        _stories.Opinion.When(_typed with { Words = new(_wang, "") }).ThenRefused<TextMissing>().Field.Should().Be("words");
    }

    [Fact]
    public void Staff_enter_what_was_said_on_the_citizens_behalf_and_say_how()
    {
        var spoken = _typed with { By = A.IntakeClerk(onBehalfOf: "wang"), Manner = OpinionManner.Spoken, Name = new(_wang, "王某"), Contact = new(_wang, "139") };
        _stories.Opinion.When(spoken).Accepted().OfType<Event.Received>().Single().NoticeWithin.Should().Be(_fifteenDays);
        _stories.Opinion.When(spoken with { Manner = OpinionManner.Typed }).ThenRefused<NotTheCitizens>();
        _stories.Opinion.When(spoken with { By = A.IntakeClerk() }).ThenRefused<NotTheCitizens>().Field.Should().Be("from");
        _stories.Opinion.When(_typed with { By = A.Citizen("somebody-else") }).ThenRefused<NotTheCitizens>();
    }

    [Fact]
    public void To_who_cannot_be_reached_no_notice_is_owed_and_still_it_is_registered() =>
        _stories.Opinion.When(_typed with { By = A.IntakeClerk(onBehalfOf: "wang"), Manner = OpinionManner.Spoken, Name = new(_wang, "王某") })
            .Accepted().OfType<Event.Received>().Single().NoticeWithin.Should().BeNull();

    [Fact]
    [Trait("rule", "PI-13")]
    public void A_person_settles_the_kind_once_and_for_all()
    {
        Received.When(Settle(OpinionKind.Suggestion)).Then(new Event.KindSettled(OpinionKind.Suggestion, null));
        Open.When(Settle(OpinionKind.Suggestion)).ThenNothing();
        Open.When(Settle(OpinionKind.Wrongdoing)).ThenRefused<KindSettledAlready>().Rule!.Id.Should().Be("CIT-03");
        Received.When(Settle(OpinionKind.Suggestion) with { By = Actor.Qijiang }).ThenRefused<NotYourOffice>();
        Received.When(Settle(OpinionKind.Suggestion) with { OccurredOn = new(2026, 2, 1) }).ThenRefused<TooEarly>().Should().BeEquivalentTo(new { Field = "occurredOn", NotBefore = _day });
    }

    [Fact]
    public void The_clerk_adds_the_electoral_district_where_the_citizen_did_not_know_it()
    {
        var settle = Settle(OpinionKind.Suggestion) with { District = new("district-2") };
        _stories.Opinion.GivenDone(_typed with { District = null }).When(settle).Then(new Event.KindSettled(OpinionKind.Suggestion, new("district-2")));
        Received.When(settle).Then(new Event.KindSettled(OpinionKind.Suggestion, null));
    }

    [Fact]
    public void Only_a_suggestion_or_opinion_goes_to_a_deputy_and_to_one_of_its_own_district()
    {
        var hand = new HandToDeputy(new("chen"), new("district-1")) { By = A.DeskClerk(), OccurredOn = _next };
        Received.When(hand).ThenRefused<KindNotSettled>().Rule!.Id.Should().Be("CIT-02");
        Settled(OpinionKind.Wrongdoing).When(hand).ThenRefused<StaysSealed>().Rule!.Id.Should().Be("CIT-30");
        Settled(OpinionKind.Redress).When(hand).ThenRefused<NotOfThisKind>().Rule!.Id.Should().Be("CIT-03");
        Open.When(hand with { District = new("district-2") }).ThenRefused<NotOfThisDistrict>().Field.Should().Be("deputy");
        Open.When(hand).Then(new Event.HandedToDeputy(new("chen")));
        Open.GivenDone(hand).When(hand).ThenNothing();
        Open.When(hand with { By = A.Deputy("chen") }).ThenRefused<NotYourOffice>();
    }

    [Theory]
    [InlineData(OpinionKind.Redress)]
    [InlineData(OpinionKind.Litigation)]
    [InlineData(OpinionKind.OutOfScope)]
    [InlineData(OpinionKind.Wrongdoing)]
    public void No_other_kind_leads_to_a_suggestion(OpinionKind kind)
    {
        var outcome = Settled(kind).When(Link);
        if (kind is OpinionKind.Wrongdoing) outcome.ThenRefused<StaysSealed>();
        else outcome.ThenRefused<NotOfThisKind>();
    }

    [Fact]
    public void A_suggestion_that_came_of_it_is_linked_also_after_closing()
    {
        Open.When(Link).Then(new Event.SuggestionLinked(new("s-1")));
        Open.GivenDone(Link).When(Link).ThenNothing();
        Open.GivenDone(Notice, Closing).When(Link).Accepted().Should().ContainSingle();
        Open.GivenDone(Link, Notice, Closing, Link).State.Should().BeOfType<Opinion.Closed>().Which.Suggestions.Should().Equal(new Core.Suggestions.SuggestionId("s-1"));
    }

    [Fact]
    public void The_citizen_is_told_in_writing_before_it_is_closed()
    {
        Open.When(Closing).ThenRefused<NoticeFirst>().Rule!.Id.Should().Be("CIT-10");
        Open.When(Notice).Then(new Event.NoticeGiven(NoticeKind.Accepted, new("已登记。"), _next));
        Open.GivenDone(Notice).When(Notice).ThenNothing();
        Open.GivenDone(Notice).When(Closing).Then(new Event.Closed(new("已由代表建议办理。")));
        Open.GivenDone(Notice, Closing).When(Closing).ThenNothing();
        Received.When(Closing).ThenRefused<KindNotSettled>();
        Open.GivenDone(Notice, Closing).When(Notice with { OccurredOn = new(2026, 2, 9) }).ThenRefused<OutOfTurn>();
    }

    [Fact]
    [Trait("rule", "CIT-23")]
    public void A_deputy_never_closes_a_citizens_matter() =>
        Open.When(Closing with { By = A.Deputy("chen") }).ThenRefused<NotYourOffice>().Rule!.Id.Should().Be("DUTY-04");

    [Fact]
    public void What_another_place_handles_is_referred()
    {
        var refer = new Refer(new("区信访办"), new("属于信访事项。")) { By = A.DeskClerk(), OccurredOn = _next };
        Received.When(refer).ThenRefused<KindNotSettled>();
        Settled(OpinionKind.Redress).When(refer).Then(new Event.Referred(new("区信访办"), new("属于信访事项。"), null, _next));
        Settled(OpinionKind.Redress).GivenDone(refer).When(refer).ThenNothing();
        Settled(OpinionKind.Redress).GivenDone(refer).When(refer with { OccurredOn = new(2026, 2, 5) }).ThenRefused<OutOfTurn>();
        Settled(OpinionKind.Redress).When(refer with { To = new("") }).ThenRefused<TextMissing>().Field.Should().Be("to");
        Open.When(refer).ThenRefused<OutOfTurn>();
    }

    [Fact]
    public void A_report_of_wrongdoing_is_handed_to_supervision_by_decision_only_and_stays_sealed()
    {
        var refer = new Refer(new("区纪委监委"), new("依职权移送。"), A.DeskDecision(_next)) { By = A.DeskClerk(), OccurredOn = _next };
        Settled(OpinionKind.Wrongdoing).When(refer with { Decision = null }).ThenRefused<DecisionMissing>().Should().BeEquivalentTo(new { Field = "decision", Rule = new { Id = "CIT-30" } });
        var handedOver = Settled(OpinionKind.Wrongdoing).GivenDone(refer, Notice, Closing);
        handedOver.State.IsSealed.Should().BeTrue();
    }

    private static Scenario<OpinionCommand, Opinion, Event> Received => _stories.Opinion.GivenDone(_typed);

    private static Scenario<OpinionCommand, Opinion, Event> Open => Settled(OpinionKind.Suggestion);

    private static Scenario<OpinionCommand, Opinion, Event> Settled(OpinionKind kind) => Received.GivenDone(Settle(kind));

    private static SettleKind Settle(OpinionKind kind) => new(kind) { By = A.IntakeClerk(), OccurredOn = _next };

    private static GiveNotice Notice => new(NoticeKind.Accepted, new("已登记。")) { By = A.DeskClerk(), OccurredOn = _next };

    private static LinkSuggestion Link => new(new("s-1")) { By = Actor.Qijiang, OccurredOn = _next };

    private static Close Closing => new(new("已由代表建议办理。")) { By = A.DeskClerk(), OccurredOn = _next };
}
