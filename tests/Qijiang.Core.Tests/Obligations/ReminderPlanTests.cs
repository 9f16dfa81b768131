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
          "officeHours": null,
          "steps": {
            "Reply": [
              { "key": "30", "offset": -30, "unit": "Days", "tell": ["Owing"] },
              { "key": "5", "offset": -5, "unit": "WorkingDays", "tell": ["Owing", "OwingPrincipal"] },
              { "key": "last", "offset": 0, "unit": "Days", "tell": ["Owing"] },
              { "key": "over", "offset": 1, "unit": "WorkingDays", "tell": ["Owing", "Desk"], "every": 10 }
            ]
          }
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

    [Theory]
    [InlineData("2026-08-11", "", "Desk,Owing,OwingPrincipal")]
    [InlineData("2026-08-11", "first", "Owing,OwingPrincipal")]
    [InlineData("2026-08-20", "first,second", "Owing")]
    public void What_catches_up_goes_to_all_whom_the_missed_ones_would_have_told(string today, string recorded, string told)
    {
        var policy = ReminderPolicy.Read("""
            {
              "tiers": [{ "key": "leader", "name": { "zh": "一级督办", "en": "first tier" }, "owner": "OwingPrincipal" }],
              "steps": { "Reply": [
                { "key": "first", "offset": -5, "unit": "Days", "tell": ["Desk"] },
                { "key": "second", "offset": 0, "unit": "Days", "tier": "leader", "tell": ["OwingPrincipal"] },
                { "key": "third", "offset": 1, "unit": "Days", "tell": ["Owing"] }] }
            }
            """);
        ReminderPlan.StepsDue(_reply, policy, WorkingCalendar.Official, Day(today), recorded.Split(',', StringSplitOptions.RemoveEmptyEntries)).Send!.Step.Recipients
            .Select(who => who.ToString()).Order(StringComparer.Ordinal).Should().Equal(told.Split(','));
    }

    [Fact]
    public void Steps_from_before_the_obligation_began_are_left_out()
    {
        var soon = _reply with { Due = new Due.Within(new(new(2026, 8, 6), new(2, LimitUnit.WorkingDays), new("SUG-16", "chongqing", new(2018, 1, 1)))) };
        var plan = ReminderPlan.StepsDue(soon, _policy, WorkingCalendar.Official, new(2026, 8, 6), []);
        plan.Should().Be(new ReminderPlan(null, new LocalDate(2026, 8, 10)));
    }

    [Theory]
    [InlineData("2026-10-29", null)]
    [InlineData("2026-10-30", "last-day")]
    [InlineData("2026-11-02", null)]
    public void A_promise_for_a_Saturday_is_reminded_of_on_the_Friday_and_not_when_it_is_too_late(string today, string? send)
    {
        var promise = OpenObligation.Of(
            ObligationKind.Commitment, new Party.OfBody(new("water")), new Party.OfPerson(new("chen")), new Due.By(new(2026, 10, 31), new(2026, 7, 1)), new Matter.OfSuggestion(new("s-1")));
        ReminderPlan.StepsDue(promise, ReminderPolicy.Default, WorkingCalendar.Official, Day(today), ["7-days", .. today == "2026-11-02" ? ["last-day"] : Array.Empty<string>()]).Send?.Key.Should().Be(send);
    }

    [Fact]
    public void What_is_over_on_a_day_off_is_told_on_the_next_working_day()
    {
        // Owed by Tuesday, 30 June; three days later is a Friday, five days later a Sunday.
        var policy = ReminderPolicy.Read("""
            { "officeHours": { "from": "09:00", "until": "18:00" }, "steps": { "Reply": [{ "key": "late", "offset": 5, "unit": "Days", "tell": ["Owing"] }] } }
            """);
        var owed = _reply with { Due = new Due.By(new(2026, 6, 30), new(2026, 5, 8)) };
        ReminderPlan.StepsDue(owed, policy, WorkingCalendar.Official, new(2026, 7, 5), []).Should().Be(new ReminderPlan(null, new LocalDate(2026, 7, 6)));
    }

    [Theory]
    [InlineData("2026-08-10", "5", true)]
    [InlineData("2026-08-10", "over", false)]
    [InlineData("2026-09-01", "over", true)]
    [InlineData("2026-09-01", "over:2", true)]
    [InlineData("2026-09-01", "over:3", false)]
    [InlineData("2026-09-01", "gone", false)]
    public void A_reminder_on_its_way_goes_out_only_if_its_day_has_come(string today, string key, bool may) =>
        ReminderPlan.MayGoOut(_reply, _policy, WorkingCalendar.Official, Day(today), key).Should().Be(may);

    [Fact]
    public void The_duty_to_explain_is_reminded_of_only_when_it_is_owed() =>
        ReminderPolicy.Default.For(ObligationKind.OverdueExplanation).Should().OnlyContain(step => step.Offset > 0);

    [Theory]
    [InlineData("2026-05-18", "soon", "2026-05-21")]
    [InlineData("2026-05-21", "last", null)]
    [InlineData("2026-05-22", null, null)]
    public void Of_a_return_nobody_is_reminded_once_its_last_day_has_passed(string today, string? send, string? next)
    {
        var policy = ReminderPolicy.Read("""
            { "steps": { "Return": [{ "key": "soon", "offset": -3, "unit": "WorkingDays", "tell": ["Owing"] }, { "key": "last", "offset": 0, "unit": "Days", "tell": ["Owing"] }] } }
            """);
        var owed = OpenObligation.Of(
            ObligationKind.Return, new Party.OfBody(new("water")), new Party.OfBody(new("government-office")),
            new Due.Within(new(new(2026, 5, 8), new(10, LimitUnit.WorkingDays), new("SUG-13", "chongqing", new(2018, 1, 1)))), new Matter.OfSuggestion(new("s-1")));
        var plan = ReminderPlan.StepsDue(owed, policy, WorkingCalendar.Official, Day(today), []);
        (plan.Send?.Key, plan.LookAgainOn).Should().Be((send, next is null ? null : Day(next)));
        ReminderPlan.MayGoOut(owed, policy, WorkingCalendar.Official, Day(today), "soon").Should().Be(send is not null);
    }

    // The steps come on 11 July, 3, 10 and 11 August.
    [Theory]
    [InlineData("2026-07-10", "30", "")]
    [InlineData("2026-07-11", "30", "30")]
    [InlineData("2026-08-04", "30", "30")]
    [InlineData("2026-08-04", "last", "30,5")]
    [InlineData("2026-08-10", "5", "30,5")]
    [InlineData("2026-08-10", "gone", "")]
    [InlineData("2026-08-25", "last,over:3", "30,5,last,over,over:2")]
    public void The_notice_of_a_move_stands_for_what_had_come_again_and_not_for_what_nobody_was_told(string told, string before, string stoodFor) =>
        ReminderPlan.StoodForByMove(_reply, _policy, WorkingCalendar.Official, Day(told), before.Split(','))
            .Should().Equal(stoodFor.Split(',', StringSplitOptions.RemoveEmptyEntries));

    private static ReminderPlan Plan(string today, string recorded) =>
        ReminderPlan.StepsDue(_reply, _policy, WorkingCalendar.Official, Day(today), recorded.Split(',', StringSplitOptions.RemoveEmptyEntries));

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
