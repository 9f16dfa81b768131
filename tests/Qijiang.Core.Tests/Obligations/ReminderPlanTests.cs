using FluentAssertions;
using NodaTime;
using NodaTime.Text;
using Qijiang.Core.Calendar;
using Qijiang.Core.Obligations;
using Xunit;

namespace Qijiang.Core.Tests.Obligations;

public sealed class ReminderPlanTests
{
    // Owed from Friday, 8 May, by Monday, 10 August 2026.
    private static readonly OpenObligation _reply = OpenObligation.Of(
        ObligationKind.Reply, new Party.OfBody(new("water")), new Party.OfPerson(new("chen")),
        new Due.Within(new(new(2026, 5, 8), new(3, LimitUnit.Months), new("SUG-20", "chongqing", new(2018, 1, 1)))), new Matter.OfSuggestion(new("s-1")));

    private static readonly ReminderPolicy _policy = ReminderPolicy.Read("""
        {
          "Reply": [
            { "key": "30", "offset": -30, "unit": "Days", "tell": ["Owing"] },
            { "key": "5", "offset": -5, "unit": "WorkingDays", "tell": ["Owing", "OwingPrincipal"] },
            { "key": "last", "offset": 0, "unit": "Days", "tell": ["Owing"] },
            { "key": "over", "offset": 1, "unit": "WorkingDays", "tell": ["Owing", "Desk"], "every": 10 }
          ]
        }
        """);

    [Theory]
    [InlineData("2026-05-08", "", null, "2026-07-11")]
    [InlineData("2026-07-10", "", null, "2026-07-11")]
    [InlineData("2026-07-11", "", "30", "2026-08-03")]
    [InlineData("2026-07-11", "30", null, "2026-08-03")]
    [InlineData("2026-08-03", "30", "5", "2026-08-10")]
    [InlineData("2026-08-10", "30,5", "last", "2026-08-11")]
    [InlineData("2026-08-11", "30,5,last", "over", "2026-08-25")]
    [InlineData("2026-08-25", "over", "over:2", "2026-09-08")]
    [InlineData("2026-09-08", "over,over:2", "over:3", "2026-09-21")]
    public void It_says_what_to_send_now_and_when_to_look_again(string today, string recorded, string? send, string next)
    {
        var plan = Plan(today, recorded);
        plan.Send?.Key.Should().Be(send);
        (plan.Send is null).Should().Be(send is null);
        plan.LookAgainOn.Should().Be(Day(next));
    }

    [Theory]
    [InlineData("2026-08-10", "", "last")]
    [InlineData("2026-09-01", "30", "over:2")]
    [InlineData("2026-09-01", "over:2", null)]
    public void Of_several_that_were_missed_only_the_latest_is_sent(string today, string recorded, string? send) => Plan(today, recorded).Send?.Key.Should().Be(send);

    [Fact]
    public void Steps_from_before_the_obligation_began_are_left_out()
    {
        var soon = _reply with { Due = new Due.Within(new(new(2026, 8, 6), new(2, LimitUnit.WorkingDays), new("SUG-16", "chongqing", new(2018, 1, 1)))) };
        var plan = ReminderPlan.StepsDue(soon, _policy, WorkingCalendar.Official, new(2026, 8, 6), []);
        plan.Should().Be(new ReminderPlan(null, new LocalDate(2026, 8, 10)));
    }

    [Fact]
    public void A_promise_is_reminded_of_to_the_day_whatever_day_it_is()
    {
        var promise = OpenObligation.Of(
            ObligationKind.Commitment, new Party.OfBody(new("water")), new Party.OfPerson(new("chen")), new Due.By(new(2026, 10, 31), new(2026, 7, 1)), new Matter.OfSuggestion(new("s-1")));
        ReminderPlan.StepsDue(promise, ReminderPolicy.Default, WorkingCalendar.Official, new(2026, 10, 31), []).Send!.On.Should().Be(new LocalDate(2026, 10, 31), "a Saturday");
        ReminderPlan.StepsDue(promise, ReminderPolicy.Default, WorkingCalendar.Official, new(2026, 11, 1), []).LookAgainOn.Should().BeNull();
    }

    [Fact]
    public void The_policy_that_comes_with_the_library_has_steps_for_every_kind() =>
        Enum.GetValues<ObligationKind>().Should().AllSatisfy(kind => ReminderPolicy.Default.For(kind).Count.Should().BePositive($"{kind}"));

    [Fact]
    public void The_duty_to_explain_is_reminded_of_only_when_it_is_owed() =>
        ReminderPolicy.Default.For(ObligationKind.OverdueExplanation).Should().OnlyContain(step => step.Offset > 0);

    [Theory]
    [InlineData("""{ "Repply": [] }""", "*Repply*")]
    [InlineData("""{ "Reply": [{ "key": "x", "offset": -1, "unit": "Months", "tell": [] }] }""", "Reply, x: *days*")]
    [InlineData("""{ "Reply": [{ "key": "x", "offset": -1, "unit": "Days", "tell": [], "every": 2 }] }""", "Reply, x: *repeated*")]
    [InlineData("""{ "Reply": [{ "key": "x", "offset": 1, "unit": "Days", "tell": ["Everyone"] }] }""", "Reply, x: *Everyone*")]
    [InlineData("""{ "Reply": [{ "key": "x:2", "offset": 1, "unit": "Days", "tell": [] }] }""", "Reply, x:2: *key*")]
    [InlineData("""{ "Reply": [{ "key": "x", "offset": 1, "unit": "Days", "tell": [] }, { "key": "x", "offset": 2, "unit": "Days", "tell": [] }] }""", "Reply: *same key*")]
    public void What_is_wrong_in_a_policy_is_named(string json, string message) => FluentActions.Invoking(() => ReminderPolicy.Read(json)).Should().Throw<FormatException>().WithMessage(message);

    private static ReminderPlan Plan(string today, string recorded) =>
        ReminderPlan.StepsDue(_reply, _policy, WorkingCalendar.Official, Day(today), recorded.Split(',', StringSplitOptions.RemoveEmptyEntries));

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
