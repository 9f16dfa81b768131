using FluentAssertions;
using Qijiang.Core.Calendar;
using Qijiang.Core.Law;
using Qijiang.Core.Suggestions;
using Qijiang.Testing;
using Xunit;
using static Qijiang.Core.Suggestions.SuggestionCommand;
using static Qijiang.Core.Tests.Suggestions.Sample;
using Event = Qijiang.Core.Suggestions.SuggestionEvent;

namespace Qijiang.Core.Tests.Suggestions;

public sealed class SubmissionTests
{
    [Fact]
    public void A_deputy_submits_in_the_own_words() => NotSubmitted.When(Submission(Li)).Then(
        new Event.Submitted(
            Lamps, Chen, [Li], null, new("关于修复古南街道路灯的建议"), new("古南街道河堤路路灯年久失修，夜间出行不安全，建议列入本年度维修计划。"), [],
            SubmissionTime.BetweenSessions, new(2026, 4, 22)));

    [Fact]
    public void Submitting_again_changes_nothing() => AwaitingAssignment.When(Submission()).ThenNothing();

    [Fact]
    public void Another_suggestion_does_not_fit_into_the_same_place() =>
        AwaitingAssignment.When(Submission() with { Id = new("s-2") }).ThenRefused<OutOfTurn>();

    [Fact]
    public void Nobody_submits_for_another_deputy() =>
        NotSubmitted.When(Submission() with { By = A.Deputy("li") }).ThenRefused<NotTheLead>().Should().BeEquivalentTo(new { Field = "lead", Rule = new { Id = "SUG-02" } });

    [Fact]
    public void The_desk_enters_what_came_on_paper_on_behalf_of_the_lead() =>
        NotSubmitted.When(Submission() with { By = A.DeskClerk(onBehalfOf: "chen") }).Accepted().Should().ContainSingle();

    [Fact]
    public void An_agency_never_enters_a_deputys_act() =>
        NotSubmitted.When(Submission() with { By = A.AgencyClerk("power", onBehalfOf: "chen") }).ThenRefused<NotYourOffice>();

    [Fact]
    public void A_title_and_a_text_are_needed()
    {
        NotSubmitted.When(Submission() with { Title = new(" ") }).ThenRefused<TextMissing>().Field.Should().Be("title");
        NotSubmitted.When(Submission() with { Text = new(null) }).ThenRefused<TextMissing>().Field.Should().Be("text");
    }

    [Fact]
    public void A_co_signer_is_named_once_and_is_not_the_lead()
    {
        NotSubmitted.When(Submission(Li, Li)).ThenRefused<CoSignersRepeat>();
        NotSubmitted.When(Submission(Chen)).ThenRefused<CoSignersRepeat>().Field.Should().Be("coSigners");
    }

    [Fact]
    public void A_delegation_makes_suggestions_only_in_session()
    {
        var byDelegation = Submission() with { Delegation = new(new("delegation-3"), Li) };
        NotSubmitted.When(byDelegation).ThenRefused<DelegationOnlyInSession>().Rule!.Id.Should().Be("SUG-01");
        NotSubmitted.When(byDelegation with { Made = SubmissionTime.InSession }).Accepted().Should().ContainSingle();
    }

    [Theory]
    [InlineData("路灯不亮", "路灯不亮")]
    [InlineData("路灯不亮！", " 路灯 不亮。")]
    [InlineData("现转来群众来信：河堤路的路灯已经坏了三个月没人管，请有关部门处理。", "河堤路的路灯已经坏了三个月，没人管！")]
    public void A_text_that_copies_a_citizens_words_is_refused(string text, string source) =>
        NotSubmitted.When(Submission() with { Text = new(text), SourceTexts = [A.Words("citizen-1", source)] })
            .ThenRefused<CopiedFromSource>().Should().BeEquivalentTo(new { Field = "text", Rule = new { Id = "SUG-04" } });

    [Theory]
    [InlineData("路灯不亮")]
    [InlineData("河堤路的路灯已经坏了三个月，孩子晚上放学看不见路，请你们来看一看！")]
    [InlineData(null)]
    public void A_text_that_was_inspired_by_it_is_the_deputys_own(string? source) =>
        NotSubmitted.When(Submission() with { Text = new("建议对河堤路路灯不亮的路段逐一检修。"), Sources = [new("o-1")], SourceTexts = [A.Words("citizen-1", "x") with { Text = source }] })
            .Accepted().Should().ContainSingle();

    [Fact]
    public void Each_co_signer_confirms_for_himself_or_herself()
    {
        var asked = NotSubmitted.GivenDone(Submission(Li));
        asked.When(new ConfirmCoSignature { By = A.Deputy("li"), OccurredOn = Submitted }).Then(new Event.CoSignatureConfirmed(Li));
        asked.When(new DeclineCoSignature { By = A.Deputy("li"), OccurredOn = Submitted }).Then(new Event.CoSignatureDeclined(Li));
        asked.When(new ConfirmCoSignature { By = A.Deputy("wang"), OccurredOn = Submitted }).ThenRefused<NotAskedToCoSign>().Rule!.Id.Should().Be("SUG-02");
        asked.GivenDone(new ConfirmCoSignature { By = A.Deputy("li"), OccurredOn = Submitted })
            .When(new ConfirmCoSignature { By = A.Deputy("li"), OccurredOn = Submitted }).ThenNothing();
    }

    [Fact]
    public void Who_has_not_confirmed_by_receipt_is_not_a_signatory()
    {
        var received = NotSubmitted.GivenDone(Submission(Li), Receipt);
        ((Suggestion.AwaitingAssignment)received.State).Dossier.Makers.Signatories.Should().Equal(Chen);
        received.When(new ConfirmCoSignature { By = A.Deputy("li"), OccurredOn = Received }).ThenRefused<CoSigningOver>().Rule!.Id.Should().Be("SUG-02");
    }

    [Fact]
    public void Receipt_starts_the_ten_working_days_for_assignment()
    {
        NotSubmitted.GivenDone(Submission()).When(Receipt).Then(new Event.Received(
            "2026-017", [], new(new(2026, 4, 24), new(10, LimitUnit.WorkingDays), new RuleRef("SUG-10", "chongqing", new(2018, 1, 1))), new(2026, 4, 24)));
        AwaitingAssignment.When(Receipt).ThenNothing();
    }

    [Fact]
    public void In_session_no_days_are_counted() =>
        NotSubmitted.GivenDone(Submission() with { Made = SubmissionTime.InSession }).When(Receipt)
            .Then(new Event.Received("2026-017", [], null, new(2026, 4, 24)));

    [Fact]
    public void It_is_not_received_before_it_was_submitted()
    {
        var refusal = NotSubmitted.GivenDone(Submission()).When(Receipt with { OccurredOn = new(2026, 4, 21) }).ThenRefused<TooEarly>();
        refusal.Should().BeEquivalentTo(new { Field = "occurredOn", NotBefore = Submitted });
    }

    [Fact]
    public void It_is_registered_under_a_number() =>
        NotSubmitted.GivenDone(Submission()).When(Receipt with { Number = "" }).ThenRefused<TextMissing>().Field.Should().Be("number");

    [Fact]
    public void One_deputy_withdraws_alone_and_handling_ends_at_once()
    {
        var letter = new Withdraw(new("问题已经解决，撤回。")) { By = A.Deputy("chen"), OccurredOn = ToAgencies };
        InHand.When(letter).Then(new Event.WithdrawalAsked(Chen, new("问题已经解决，撤回。")), new Event.Withdrawn());
        InHand.GivenDone(letter).State.Should().BeOfType<Suggestion.Withdrawn>();
        InHand.GivenDone(letter).When(letter).ThenNothing();
    }

    [Fact]
    public void A_joint_suggestion_is_withdrawn_by_all_who_signed_it()
    {
        var lead = new Withdraw(new("撤回。")) { By = A.Deputy("chen"), OccurredOn = Received };
        var joint = NotSubmitted.GivenDone(Submission(Li), new ConfirmCoSignature { By = A.Deputy("li"), OccurredOn = Submitted }, Receipt);
        joint.When(lead).Then(new Event.WithdrawalAsked(Chen, new("撤回。")));
        joint.GivenDone(lead).When(lead).ThenNothing();
        joint.GivenDone(lead).When(lead with { By = A.Deputy("li") }).Then(new Event.WithdrawalAsked(Li, new("撤回。")), new Event.Withdrawn());
        joint.When(lead with { By = A.Deputy("wang") }).ThenRefused<NotASignatory>().Rule!.Id.Should().Be("SUG-07");
    }

    [Fact]
    public void After_a_reply_it_is_too_late_to_withdraw() =>
        Answered.When(new Withdraw(new("撤回。")) { By = A.Deputy("chen"), OccurredOn = Replied }).ThenRefused<AnsweredAlready>();
}
