using System.Text.Json.Nodes;
using FluentAssertions;
using NodaTime;
using Qijiang.Backend.Obligations;
using Qijiang.Backend.Tests.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Obligations;
using Xunit;

namespace Qijiang.Backend.Tests.Obligations;

/// <summary>A last day moves after somebody was reminded of it. The notice is invented: it moves 9 February 2027 to the 12th.</summary>
public sealed class MovedDayTests : IAsyncLifetime
{
    private const string Policy = """
        {
          "officeHours": null,
          "steps": {
            "Reply": [
              { "key": "early", "offset": -70, "unit": "Days", "tell": ["Owing"] },
              { "key": "last-day", "offset": 0, "unit": "Days", "tell": ["Owing", "Desk"] },
              { "key": "overdue", "offset": 1, "unit": "Days", "tell": ["ChairsMeeting"], "needsApproval": ["ChairsMeeting"] }
            ],
            "OverdueExplanation": [], "Contact": []
          }
        }
        """;

    private static readonly LocalDate _old = new(2027, 2, 9), _new = new(2027, 2, 12);
    private ReminderHouse house = null!;
    private NoticeDoors calendar = null!;
    private string suggestion = "";

    public async Task InitializeAsync()
    {
        house = await ReminderHouse.OpenAsync(Policy);
        calendar = new(house.Surface);
        suggestion = await house.AssignOnTheNinthAsync();
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task Whoever_was_reminded_of_the_old_day_is_told_once_from_when_to_when_it_has_moved()
    {
        await TickAsync(new(2026, 12, 1));
        Sent().Should().Equal(("early", Audience.Owing, _old));

        await EnterAsync(new(2026, 12, 5), times: 2);
        house.Surface.Time.Advance(TimeSpan.FromMinutes(2));
        await calendar.DeliverAsync();
        await house.DeliverAsync();

        var moved = house.Channel.Sent.Skip(1).Should().ContainSingle().Subject;
        moved.To.Should().Be(new Recipient(Audience.Owing, new BodyId("water")));
        moved.Zh.Should().Be($"水利局：因放假安排变动，代表建议{suggestion}的答复的最后日期由2027年2月9日改为2027年2月12日。");
        moved.En.Should().Be($"Water: the holiday arrangement has changed; the reply for suggestion {suggestion} is due by 12 February 2027, no longer by 9 February 2027.");
        moved.Items.Single().MovedFrom.Should().Be(_old);
        JsonNode.Parse(house.Receiver.Posted[^1].Body)!["data"]!["items"]![0]!["movedFrom"]!.GetValue<string>().Should().Be("2027-02-09");
        (await house.BodyOfAsync("/reminders")).Should().Contain("由2027年2月9日改为2027年2月12日");
    }

    [Fact]
    public async Task A_step_that_had_come_again_by_then_is_not_told_twice_and_the_later_ones_are_told_of_the_new_day()
    {
        await TickAsync(new(2026, 12, 1));
        await EnterAsync(new(2026, 12, 5));
        foreach (var day in (LocalDate[])[new(2026, 12, 5), _old, _new, _new]) await TickAsync(day);

        Sent().Should().Equal(("early", Audience.Owing, _old), ("moved", Audience.Owing, _new), ("last-day", Audience.Owing, _new), ("last-day", Audience.Desk, _new));
    }

    [Fact]
    public async Task What_was_told_of_the_old_day_comes_again_for_the_new_one()
    {
        await TickAsync(_old);
        await EnterAsync(_old);
        await TickAsync(_old.PlusDays(1));
        Sent().Skip(2).Should().BeEquivalentTo([("moved", Audience.Owing, _new), ("moved", Audience.Desk, _new)], "nothing is overdue any more");

        await TickAsync(_new);
        await TickAsync(_new);
        Sent().Skip(4).Should().BeEquivalentTo([("last-day", Audience.Owing, _new), ("last-day", Audience.Desk, _new)]);
    }

    [Fact]
    public async Task Of_what_nobody_was_reminded_of_nobody_is_told_but_by_the_report()
    {
        await EnterAsync(new(2026, 11, 30));
        await TickAsync(new(2026, 11, 30));

        house.Channel.Sent.Should().BeEmpty();
        (await house.Surface.GetAsync("/api/qj/calendar/moves", Http.SurfaceHost.Clerk)).Body.Should().Contain(suggestion);
    }

    [Fact]
    public async Task A_reminder_of_the_old_day_that_is_still_on_its_way_stays_behind()
    {
        await house.TickAsync(_old, 9);
        await EnterAsync(_old);

        Sent().Should().BeEquivalentTo([("moved", Audience.Owing, _new), ("moved", Audience.Desk, _new)]);
    }

    [Fact]
    public async Task A_notice_that_is_withdrawn_and_entered_again_is_told_of_each_time()
    {
        await TickAsync(new(2026, 12, 1));
        await EnterAsync(new(2026, 12, 5));
        await calendar.PostAsync("/notices/2027/withdrawal", "{}");
        await calendar.DeliverAsync();
        await house.DeliverAsync();
        await EnterAsync(new(2026, 12, 6));

        Sent().Select(sent => (sent.Step, sent.On)).Should().Equal(("early", _old), ("moved", _new), ("moved", _old), ("moved", _new));
    }

    [Fact]
    public async Task Who_is_told_only_once_the_desk_has_approved_is_told_so_of_the_move()
    {
        await TickAsync(_old.PlusDays(1));
        var waiting = (await WaitingAsync()).Should().ContainSingle().Subject;
        (await house.DecideAsync(waiting.Obligation, waiting.Step, approved: true)).Status.Should().Be(200);
        await house.DeliverAsync();

        await EnterAsync(_old.PlusDays(1));
        Sent().Where(sent => sent.To is Audience.ChairsMeeting).Should().Equal(("overdue", Audience.ChairsMeeting, _old));
        var moved = (await WaitingAsync()).Should().ContainSingle().Subject;
        (await house.DecideAsync(moved.Obligation, moved.Step, approved: true)).Status.Should().Be(200);
        await house.DeliverAsync();
        Sent()[^1].Should().Be(("moved", Audience.ChairsMeeting, _new));
    }

    [Fact]
    public async Task What_waits_for_approval_of_the_old_day_waits_no_longer_and_can_wait_for_the_new_one()
    {
        await TickAsync(_old.PlusDays(1));
        var waiting = (await WaitingAsync()).Should().ContainSingle().Subject;

        await EnterAsync(_old.PlusDays(1));
        (await WaitingAsync()).Should().BeEmpty();
        (await house.DecideAsync(waiting.Obligation, waiting.Step, approved: true)).Problem.Should().Be((409, "reminder.settled", null));

        await TickAsync(_new.PlusDays(1));
        (await WaitingAsync()).Should().Equal(waiting);
        (await house.DecideAsync(waiting.Obligation, waiting.Step, approved: true)).Status.Should().Be(200);
        await house.DeliverAsync();
        Sent()[^1].Should().Be(("overdue", Audience.ChairsMeeting, _new));
    }

    [Fact]
    public async Task Of_a_sealed_report_the_move_is_read_by_intake_alone_and_goes_through_no_channel()
    {
        house.GoTo(new(2027, 1, 25), 9);
        var report = await house.TakeInAsync("Wrongdoing");
        await TickAsync(new(2027, 2, 4));
        await EnterAsync(new(2027, 2, 5));

        house.Channel.Sent.SelectMany(sent => sent.Items).Should().NotContain(item => item.Obligation.Kind == ObligationKind.CitizenNotice);
        var told = JsonNode.Parse(await house.BodyOfAsync("/reminders?list=sealed", Http.SurfaceHost.Only(Office.IntakeClerk)))!["reminders"]!.AsArray();
        told.Should().HaveCount(2).And.OnlyContain(reminder => reminder!.ToJsonString().Contains(report));
        told[1]!["text"]!.GetValue<string>().Should().EndWith("的书面告知的最后日期由2027年2月9日改为2027年2月12日。");
        (await house.BodyOfAsync("/reminders")).Should().NotContain(report);
    }

    private async Task TickAsync(LocalDate day)
    {
        await house.TickAsync(day, 9);
        await house.DeliverAsync();
    }

    private async Task EnterAsync(LocalDate day, int times = 1)
    {
        house.GoTo(day, 14);
        (await calendar.PostAsync("/notices", InventedNotices.Year2027)).Status.Should().Be(200);
        await calendar.DeliverAsync(times);
        await house.DeliverAsync();
    }

    private List<(string Step, Audience To, LocalDate On)> Sent() => [.. house.Channel.Sent.Select(sent => (sent.Items.Single().Step.Split(':')[0], sent.To.To, sent.Items.Single().On))];

    private async Task<IEnumerable<(string Obligation, string Step)>> WaitingAsync() =>
        JsonNode.Parse(await house.BodyOfAsync("/reminders/waiting"))!["reminders"]!.AsArray().Select(w => (w!["obligation"]!.GetValue<string>(), w["step"]!.GetValue<string>())).ToList();
}
