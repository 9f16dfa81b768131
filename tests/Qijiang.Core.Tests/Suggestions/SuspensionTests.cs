using System.Globalization;
using FluentAssertions;
using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.Law;
using Qijiang.Core.Obligations;
using Qijiang.Core.Suggestions;
using Qijiang.Testing;
using Xunit;
using static Qijiang.Core.Suggestions.SuggestionCommand;
using static Qijiang.Core.Tests.Suggestions.Sample;
using Event = Qijiang.Core.Suggestions.SuggestionEvent;

namespace Qijiang.Core.Tests.Suggestions;

/// <summary>An agency's period that stands still while the deputy is waited for (CAL-13). Assigned on 8 May 2026: three months end on Saturday, 8 August, and roll to Monday, the 10th.</summary>
public sealed class SuspensionTests
{
    private static readonly LocalDate _decided = new(2026, 6, 5);

    /// <summary>The rules of a congress whose own measure lets the desk suspend.</summary>
    internal static readonly RuleSet Own = Chongqing.With(new("own.json", """
        { "set": "own", "rules": [
          { "key": "suggestion.suspensionGrantedBy", "id": "OWN-2", "from": "2018-01-01", "title": { "zh": "交办机构可以决定中止", "en": "the desk may suspend" },
            "source": { "law": "本级办法" }, "value": "Desk", "confidence": "T", "status": "active" } ] }
        """));

    private static readonly RuleRef _rule = new("OWN-2", "own", new(2018, 1, 1));
    private static readonly Scenarios _own = new(Own);

    private static SuspendPeriod Suspending =>
        new(City, new(2026, 6, 10), new(2026, 6, 20), new("等待代表确认地点。"), A.DeskDecision(_decided, "綦人代中〔2026〕1号")) { By = A.DeskClerk(), OccurredOn = _decided };

    private static Scenario<SuggestionCommand, Suggestion, Event> Allowed => _own.Suggestion.GivenDone(Submission(), Receipt, Assignment, Division(Lead, CoHandler));

    [Fact]
    public void The_desk_lets_it_stand_still_with_reasons_and_by_decision() =>
        Allowed.When(Suspending).Then(new Event.PeriodSuspended(City, new(2026, 6, 10), new(2026, 6, 20), new("等待代表确认地点。"), Suspending.Decision, _rule));

    [Fact]
    public void Eleven_days_are_not_counted_and_both_dates_are_shown()
    {
        var owed = Replying(Allowed.GivenDone(Suspending)).Owed;

        var due = WorkingCalendar.Official.DueOf(owed);
        (due.On, due.Unsuspended).Should().Be((new LocalDate(2026, 8, 19), new LocalDate(2026, 8, 10)));
        due.Explain(CultureInfo.GetCultureInfo("zh-Hans")).Should()
            .Contain("2026年6月10日（星期三）至2026年6月20日（星期六）：期限中止，不计（规则OWN-2，规则集own，自2018年1月1日起施行的版本）。")
            .And.Contain("未中止时的届满日：2026年8月10日（星期一）。").And.EndWith("届满日：2026年8月19日（星期三）。");
        due.Explain(CultureInfo.GetCultureInfo("en")).Should().Contain("Monday 10 August 2026").And.EndWith("Due: Wednesday 19 August 2026.");
    }

    [Fact]
    public void What_is_owed_is_due_on_the_later_day() =>
        SuggestionObligations.Of(Allowed.GivenDone(Suspending).State).Where(open => open.Kind is ObligationKind.Reply)
            .Should().ContainSingle().Which.Due.Should().Be(new Due.Within(Replying(Allowed.GivenDone(Suspending)).Owed));

    [Fact]
    public void Reasons_and_approver_stay_with_it() =>
        Replying(Allowed.GivenDone(Suspending)).Pauses.Should().Equal(new Pause(new(2026, 6, 10), new(2026, 6, 20), new("等待代表确认地点。"), Suspending.Decision));

    [Fact]
    public void The_longer_limit_stands_still_too()
    {
        var longer = new Extend(City, new("涉及面广。")) { By = A.AgencyClerk("city-management"), OccurredOn = new(2026, 6, 25) };

        var due = WorkingCalendar.Official.DueOf(Replying(Allowed.GivenDone(Suspending, longer)).Owed);

        (due.On, due.Unsuspended).Should().Be((new LocalDate(2026, 11, 19), new LocalDate(2026, 11, 9)));
    }

    [Fact]
    public void Asked_again_it_adds_nothing() => Allowed.GivenDone(Suspending).When(Suspending).ThenNothing();

    [Fact]
    public void Where_no_rule_lets_anybody_nobody_does() =>
        InHand.When(Suspending).ThenRefused<NoSuspensionHere>().Rule.Should().Be(new RuleRef("CAL-13", "national", new(2021, 1, 1)));

    [Fact]
    public void It_takes_the_desks_decision_and_a_reason()
    {
        Allowed.When(Suspending with { Decision = A.CoordinatingDecision(_decided) }).ThenRefused<NotTheDesksDecision>().Field.Should().Be("decision.kind");
        Allowed.When(Suspending with { Reasons = new("") }).ThenRefused<TextMissing>().Field.Should().Be("reasons");
        Allowed.When(Suspending with { By = A.AgencyClerk("city-management") }).ThenRefused<NotYourOffice>();
    }

    [Theory]
    [InlineData("2026-06-05", "2026-05-08", "2026-06-20", "from")]         // the day that starts the period is not counted anyway
    [InlineData("2026-06-05", "2026-08-11", "2026-08-20", "from")]         // the day after the last
    [InlineData("2026-06-05", "2026-06-10", "2026-06-09", "to")]
    [InlineData("2026-06-05", "2026-06-10", "2099-01-01", "to")]           // beyond what the calendar knows
    [InlineData("2026-08-11", "2026-08-10", "2026-08-20", "decision.on")]  // decided when the period was over
    public void Dates_that_make_no_sense_are_refused_by_name(string decided, string from, string to, string field)
    {
        var on = Day(decided);
        Allowed.When(Suspending with { From = Day(from), To = Day(to), OccurredOn = on, Decision = A.DeskDecision(on) }).ThenRefused<SuspensionMisdated>().Field.Should().Be(field);
    }

    [Fact]
    public void What_is_answered_is_not_suspended() => Allowed.GivenDone(Reply(_decided.PlusDays(-1))).When(Suspending).ThenRefused<OutOfTurn>();

    private static Stage.Replying Replying(Scenario<SuggestionCommand, Suggestion, Event> story) =>
        (Stage.Replying)((Suggestion.InHand)story.State).Handlings.Single(h => h.Agency == City).Stage;

    private static LocalDate Day(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;
}
