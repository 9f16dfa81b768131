using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using NodaTime;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Obligations;
using Qijiang.Backend.Tests.Http;
using Qijiang.Core.Congresses;
using Qijiang.Core.Obligations;
using Xunit;

namespace Qijiang.Backend.Tests.Obligations;

/// <summary>From the timer to the people: what goes out, through which channel, and what does not.</summary>
public sealed class ReminderTests
{
    // Five working days before the last day for meeting the deputy, 22 December 2026; and the working day after it.
    private static readonly LocalDate _soon = new(2026, 12, 15), _overdue = new(2026, 12, 23);

    private const string Escalating = """
        {
          "tiers": [{ "key": "third", "name": { "zh": "三级督办", "en": "third tier" }, "owner": "ChairsMeeting" }],
          "officeHours": { "from": "09:00", "until": "18:00" },
          "steps": { "Contact": [{ "key": "overdue", "offset": 1, "unit": "WorkingDays", "tell": ["Owing"], "tier": "third", "needsApproval": ["ChairsMeeting"] }] }
        }
        """;

    private const string Bundled = """
        { "digest": ["Owing"], "officeHours": { "from": "09:00", "until": "18:00" },
          "steps": { "Contact": [{ "key": "soon", "offset": -5, "unit": "WorkingDays", "tell": ["Owing"] }] } }
        """;

    [Fact]
    public async Task A_reminder_goes_out_once_through_every_channel()
    {
        await using var house = await ReminderHouse.OpenAsync();
        var suggestion = await house.AssignAsync();

        await house.TickAsync(_soon, 9);
        await house.DeliverAsync();
        await house.TickAsync(_soon, 10);
        await house.DeliverAsync();

        house.Channel.Sent.Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            To = new Recipient(Audience.Owing, new BodyId("water")),
            Day = _soon,
            Zh = $"水利局：代表建议{suggestion}的与代表面商最迟2026年12月22日办理，还有7天，请抓紧。",
        });
        house.Receiver.Posted.Should().ContainSingle();
        (await house.BodyOfAsync("/reminders")).Should().Contain(suggestion);
        var group = JsonNode.Parse(await house.BodyOfAsync("/reminders/work-group?body=water&day=2026-12-15"))!;
        group["count"]!.GetValue<int>().Should().Be(1);
        group["text"]!.GetValue<string>().Should().Be($"【催办】水利局，2026年12月15日共1项：\n1. 水利局：代表建议{suggestion}的与代表面商最迟2026年12月22日办理，还有7天，请抓紧。");
        (await house.BodyOfAsync("/reminders/work-group?body=water", language: "en")).Should().Contain("Reminders for Water, 15 December 2026, 1 in all:");
    }

    [Fact]
    public async Task A_reminder_that_is_delivered_again_on_another_day_stands_on_its_first_day_alone()
    {
        await using var house = await ReminderHouse.OpenAsync();
        var suggestion = await house.AssignAsync();
        await house.TickAsync(_soon, 9);

        foreach (var queue in (string[])[ReminderNotice.Queue, OnChannel.Queue])
        {
            house.GoTo(_soon, 9);
            await house.DeliverUndeletedAsync(queue);
            house.GoTo(_soon.PlusDays(1), 9);
            await house.DeliverAsync(queue);
        }

        JsonNode.Parse(await house.BodyOfAsync("/reminders"))!["reminders"]!.AsArray().Select(row => row!["on"]!.GetValue<string>()).Should().Equal("2026-12-15");
        (await house.BodyOfAsync("/reminders/work-group?body=water&day=2026-12-15")).Should().Contain(suggestion);
        (await house.BodyOfAsync("/reminders/work-group?body=water&day=2026-12-16")).Should().NotContain(suggestion);
    }

    [Fact]
    public async Task What_is_settled_while_the_reminder_is_on_its_way_is_not_reminded_of()
    {
        await using var house = await ReminderHouse.OpenAsync();
        var (before, after) = (await house.AssignAsync(), await house.AssignAsync());

        await house.TickAsync(_soon, 9);
        await house.MeetAsync(before);
        await house.DeliverAsync(ReminderNotice.Queue);
        await house.MeetAsync(after);
        await house.DeliverAsync();

        house.Channel.Sent.Should().BeEmpty();
        house.Receiver.Posted.Should().BeEmpty();
        (await house.BodyOfAsync("/reminders")).Should().NotContain(before);
    }

    [Fact]
    public async Task What_is_extended_while_the_reminder_is_on_its_way_is_not_reminded_of()
    {
        await using var house = await ReminderHouse.OpenAsync();
        var suggestion = await house.AssignAsync();
        await house.MeetAsync(suggestion);

        await house.TickAsync(new(2027, 1, 25), 9);
        await house.ExtendAsync(suggestion);
        await house.DeliverAsync();

        house.Channel.Sent.Should().BeEmpty("the reply is owed by 24 May 2027 now");
    }

    [Fact]
    public async Task A_text_pasted_later_leaves_out_what_was_settled_meanwhile()
    {
        await using var house = await ReminderHouse.OpenAsync();
        var (met, open) = (await house.AssignAsync(), await house.AssignAsync());
        await house.TickAsync(_soon, 9);
        await house.DeliverAsync();

        await house.MeetAsync(met);
        (await house.BodyOfAsync("/reminders/work-group?body=water")).Should().Contain(open).And.NotContain(met);
    }

    [Fact]
    public async Task A_leader_is_told_only_once_the_desk_has_approved()
    {
        await using var house = await ReminderHouse.OpenAsync(Escalating);
        var suggestion = await house.AssignAsync();

        await house.TickAsync(_overdue, 9);
        await house.DeliverAsync();
        house.Channel.Sent.Select(sent => sent.To.To).Should().Equal(Audience.Owing);
        house.Channel.Sent[0].Zh.Should().StartWith("【三级督办】水利局");
        var waiting = JsonNode.Parse(await house.BodyOfAsync("/reminders/waiting"))!["reminders"]!.AsArray().Should().ContainSingle().Subject!;
        waiting["to"]!.GetValue<string>().Should().Be("ChairsMeeting");
        var obligation = waiting["obligation"]!.GetValue<string>();

        (await house.DecideAsync(obligation, "overdue", approved: true, key: "k")).Status.Should().Be(200);
        (await house.DecideAsync(obligation, "overdue", approved: true, key: "k")).Status.Should().Be(200, "the same command again is answered as the first time");
        (await house.DecideAsync(obligation, "overdue", approved: false)).Problem.Should().Be((409, "reminder.already-decided", null));
        await house.DeliverAsync();
        house.Channel.Sent.Select(sent => sent.To.To).Should().Equal(Audience.Owing, Audience.ChairsMeeting);
        (await house.BodyOfAsync("/reminders/waiting")).Should().NotContain(suggestion);
    }

    [Fact]
    public async Task What_the_desk_drops_is_told_to_nobody()
    {
        await using var house = await ReminderHouse.OpenAsync(Escalating);
        await house.AssignAsync();
        await house.TickAsync(_overdue, 9);
        await house.DeliverAsync();

        (await house.DecideAsync(await WaitingAsync(house), "overdue", approved: false)).Status.Should().Be(200);
        await house.TickAsync(_overdue.PlusDays(1), 9);
        await house.DeliverAsync();
        house.Channel.Sent.Should().NotContain(sent => sent.To.To == Audience.ChairsMeeting);
        (await house.BodyOfAsync("/reminders/waiting")).Should().Be("""{"reminders":[]}""");
    }

    [Fact]
    public async Task What_is_settled_while_the_reminder_waits_for_approval_waits_no_longer()
    {
        await using var house = await ReminderHouse.OpenAsync(Escalating);
        var suggestion = await house.AssignAsync();
        await house.TickAsync(_overdue, 9);
        var obligation = await WaitingAsync(house);

        await house.MeetAsync(suggestion);
        (await house.DecideAsync(obligation, "overdue", approved: true)).Problem.Should().Be((409, "reminder.settled", null));
        await house.DeliverAsync(StreamChanged.Queue);
        (await house.BodyOfAsync("/reminders/waiting")).Should().Be("""{"reminders":[]}""");
    }

    [Fact]
    public async Task Nothing_is_decided_that_does_not_wait()
    {
        await using var house = await ReminderHouse.OpenAsync(Escalating);
        await house.AssignAsync();
        await house.TickAsync(_overdue, 9);
        var obligation = await WaitingAsync(house);

        (await house.DecideAsync(obligation, "overdue:2", approved: true)).Problem.Should().Be((404, "reminder.unknown", null));
        (await house.DecideAsync("nothing", "overdue", approved: true)).Problem.Should().Be((404, "reminder.unknown", null));
        (await house.DecideAsync(obligation, "overdue", approved: true, SurfaceHost.Only(Office.IntakeClerk))).Problem.Should().Be((404, "reminder.unknown", null), "intake decides on sealed reports alone");
    }

    [Fact]
    public async Task What_is_approved_in_the_evening_goes_out_in_the_morning()
    {
        await using var house = await ReminderHouse.OpenAsync(Escalating);
        await house.AssignAsync();
        await house.TickAsync(_overdue, 9);
        await house.DeliverAsync();

        house.GoTo(_overdue, 20);
        (await house.DecideAsync(await WaitingAsync(house), "overdue", approved: true)).Status.Should().Be(200);
        await house.DeliverAsync();
        house.Surface.Time.Advance(TimeSpan.FromHours(12));
        await house.DeliverAsync();
        house.Channel.Sent.Should().HaveCount(1, "the agency alone, in the morning before");

        house.GoTo(_overdue.PlusDays(1), 9);
        house.Surface.Time.Advance(TimeSpan.FromHours(1));
        await house.DeliverAsync();
        house.Channel.Sent.Select(sent => sent.To.To).Should().Equal(Audience.Owing, Audience.ChairsMeeting);
    }

    [Fact]
    public async Task A_recipient_of_digests_gets_one_message_a_day()
    {
        await using var house = await ReminderHouse.OpenAsync(Bundled);
        string[] suggestions = [await house.AssignAsync(), await house.AssignAsync(), await house.AssignAsync()];
        await house.TickAsync(_soon, 9);
        await house.DeliverAsync(ReminderNotice.Queue, atMost: 2);

        await house.TickAsync(_soon, 9, 10);
        await house.DeliverAsync();
        var first = house.Channel.Sent.Should().ContainSingle().Subject;
        first.Items.Should().HaveCount(2);
        first.Zh.Should().StartWith("【催办】水利局，2026年12月15日共2项：\n1. ");
        house.Receiver.Posted.Should().ContainSingle();

        await house.TickAsync(_soon, 9, 20);
        await house.DeliverAsync();
        house.Channel.Sent.Should().HaveCount(1, "what came later that day waits for the next");
        await house.TickAsync(_soon.PlusDays(1), 9);
        await house.DeliverAsync();
        house.Channel.Sent.SelectMany(sent => sent.Items).Select(item => ((Matter.OfSuggestion)item.Obligation.About).Id.Value).Should().BeEquivalentTo(suggestions);
        foreach (var suggestion in suggestions) (await house.BodyOfAsync("/reminders")).Should().Contain(suggestion);
    }

    [Fact]
    public async Task A_digest_leaves_out_what_was_settled_since()
    {
        await using var house = await ReminderHouse.OpenAsync(Bundled);
        var (met, open) = (await house.AssignAsync(), await house.AssignAsync());
        await house.TickAsync(_soon, 9);
        await house.DeliverAsync();
        await house.TickAsync(_soon, 9, 10);

        await house.MeetAsync(met);
        await house.DeliverAsync();
        house.Channel.Sent.Should().ContainSingle().Which.Zh.Should().Contain(open).And.NotContain(met);
    }

    [Fact]
    public async Task A_channel_that_fails_neither_holds_up_another_nor_makes_it_repeat()
    {
        await using var house = await ReminderHouse.OpenAsync();
        await house.AssignAsync();
        house.Receiver.Answers = HttpStatusCode.ServiceUnavailable;
        await house.TickAsync(_soon, 9);

        (await house.DeliverAsync()).Should().Be(1, "the webhook's own message");
        (await house.DeliverAsync()).Should().Be(1);
        house.Channel.Sent.Should().HaveCount(1);
        house.Receiver.Answers = HttpStatusCode.NoContent;
        (await house.DeliverAsync()).Should().Be(0);

        house.Channel.Sent.Should().HaveCount(1);
        house.Receiver.Posted.Select(posted => posted.Headers["webhook-id"]).Should().HaveCount(3).And.AllBeEquivalentTo(house.Receiver.Posted[0].Headers["webhook-id"]);
    }

    [Fact]
    public async Task The_webhook_posts_a_signed_CloudEvent()
    {
        await using var house = await ReminderHouse.OpenAsync();
        var suggestion = await house.AssignAsync();
        await house.TickAsync(_soon, 9);
        await house.DeliverAsync();

        var (headers, body) = house.Receiver.Posted.Should().ContainSingle().Subject;
        // As Standard Webhooks has it: HMAC-SHA256 over id.timestamp.body with the bytes of the secret.
        headers["webhook-timestamp"].Should().Be("1930132800", "1 March 2031, noon: the technical clock, which the other end has too");
        using var mac = new HMACSHA256(Encoding.ASCII.GetBytes("0123456789abcdef0123456789abcdef"));
        var signed = Encoding.UTF8.GetBytes($"{headers["webhook-id"]}.{headers["webhook-timestamp"]}.{Encoding.UTF8.GetString(body)}");
        headers["webhook-signature"].Should().Be("v1," + Convert.ToBase64String(mac.ComputeHash(signed)));

        headers["Content-Type"].Should().StartWith("application/cloudevents+json");
        var sent = JsonNode.Parse(body)!;
        sent["specversion"]!.GetValue<string>().Should().Be("1.0");
        sent["type"]!.GetValue<string>().Should().Be("qijiang.reminder.v1");
        sent["source"]!.GetValue<string>().Should().Be("urn:qijiang:congress:qj");
        sent["id"]!.GetValue<string>().Should().Be(headers["webhook-id"]);
        sent["data"]!.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).Should().Be(
            $$"""{"to":"Owing","body":"water","day":"2026-12-15","zh":"水利局：代表建议{{suggestion}}的与代表面商最迟2026年12月22日办理，还有7天，请抓紧。","en":"Water: meeting the deputy for suggestion {{suggestion}} is due by 22 December 2026, in 7 days.","items":[{"obligation":"{{suggestion}}:water:Contact:2026-11-24:20WorkingDays","kind":"Contact","about":{"type":"suggestion","id":"{{suggestion}}","agency":"water"},"step":"soon","on":"2026-12-22","overdue":false}]}""");
    }

    [Fact]
    public async Task Each_channel_says_whether_it_may_repeat_or_miss()
    {
        await using var house = await ReminderHouse.OpenAsync();
        (await house.BodyOfAsync("/reminders/channels")).Should().Be(
            """[{"name":"work-group","isOn":true,"mayRepeat":false,"mayMiss":true},{"name":"console","isOn":true,"mayRepeat":true,"mayMiss":false},{"name":"webhook","isOn":true,"mayRepeat":true,"mayMiss":false},{"name":"recording","isOn":true,"mayRepeat":true,"mayMiss":false}]""");
    }

    [Fact]
    public async Task A_reminder_about_a_sealed_report_is_read_by_intake_alone_and_goes_through_no_channel()
    {
        await using var house = await ReminderHouse.OpenAsync();
        var report = await house.TakeInAsync("Wrongdoing");
        await house.TickAsync(new(2026, 12, 4), 9);
        await house.DeliverAsync();

        (await house.BodyOfAsync("/reminders?list=sealed", SurfaceHost.Only(Office.IntakeClerk))).Should().Contain(report);
        foreach (var address in (string[])["/reminders", "/reminders?list=opinions", "/reminders/work-group?body=desk"])
            (await house.BodyOfAsync(address)).Should().NotContain(report);
        (await house.BodyOfAsync("/reminders", SurfaceHost.Only(Office.CoordinatingClerk))).Should().NotContain(report);
        house.Channel.Sent.Should().BeEmpty();
        house.Receiver.Posted.Should().BeEmpty();
    }

    [Fact]
    public async Task A_reminder_about_an_opinion_has_no_word_of_the_citizen_and_not_who_it_is()
    {
        await using var house = await ReminderHouse.OpenAsync();
        var opinion = await house.TakeInAsync("Suggestion");
        await house.TickAsync(new(2026, 12, 4), 9);
        await house.DeliverAsync();

        house.Channel.Sent.Should().ContainSingle().Which.Zh.Should().Be($"人代工委：群众意见{opinion}的书面告知最迟2026年12月9日办理，还有5天，请抓紧。");
        Encoding.UTF8.GetString(house.Receiver.Posted.Should().ContainSingle().Subject.Body).Should().Contain(opinion).And.NotContain(ReminderHouse.Words).And.NotContain(SurfaceHost.Citizen.Value);
    }

    [Fact]
    public async Task The_coordinating_office_reads_what_it_was_told()
    {
        await using var house = await ReminderHouse.OpenAsync("""
            { "steps": { "Contact": [
              { "key": "soon", "offset": -5, "unit": "WorkingDays", "tell": ["Owing"] },
              { "key": "last-day", "offset": 0, "unit": "Days", "tell": ["CoordinatingOffice"] }] } }
            """);
        var suggestion = await house.AssignAsync();
        var coordinating = SurfaceHost.Only(Office.CoordinatingClerk);

        await house.TickAsync(_soon, 9);
        await house.DeliverAsync();
        (await house.BodyOfAsync("/reminders", coordinating)).Should().NotContain(suggestion);
        await house.TickAsync(new(2026, 12, 22), 9);
        await house.DeliverAsync();
        (await house.BodyOfAsync("/reminders", coordinating)).Should().Contain(suggestion).And.Contain("last-day").And.NotContain("soon");
    }

    [Theory]
    [InlineData("Committee", "construction")]
    [InlineData("LocalCongress", "gunan")]
    public async Task The_owner_of_a_tier_is_a_body_and_reads_it_in_its_work_group(string owner, string body)
    {
        await using var house = await ReminderHouse.OpenAsync($$"""
            { "tiers": [{ "key": "first", "name": { "zh": "一级督办", "en": "first tier" }, "owner": "{{owner}}" }],
              "bodies": { "Committee": [{ "body": "construction", "follows": ["water"] }, { "body": "finance" }] },
              "steps": { "Contact": [{ "key": "overdue", "offset": 1, "unit": "WorkingDays", "tell": ["Owing"], "tier": "first" }] } }
            """);
        var suggestion = await house.AssignAsync();
        await house.TickAsync(_overdue, 9);
        await house.DeliverAsync();

        house.Channel.Sent.Select(sent => sent.To.Body).Should().BeEquivalentTo([new BodyId("water"), new BodyId(body)]);
        (await house.BodyOfAsync($"/reminders/work-group?body={body}")).Should().Contain(suggestion).And.Contain("一级督办");
    }

    [Fact]
    public async Task The_day_up_to_which_a_matter_can_be_returned_is_reminded_of_and_then_leaves_the_lists()
    {
        await using var house = await ReminderHouse.OpenAsync();
        var suggestion = await house.AssignAsync();

        await house.TickAsync(new(2026, 12, 3), 9);
        await house.DeliverAsync();
        house.Channel.Sent.Should().ContainSingle().Which.Zh.Should().Be($"水利局：代表建议{suggestion}如不属于本单位职责，请最迟2026年12月8日书面退回并说明理由，还有5天。");
        (await house.BodyOfAsync("")).Should().Contain("\"Return\"");

        await house.TickAsync(new(2026, 12, 9), 0);
        (await house.BodyOfAsync("")).Should().NotContain("\"Return\"").And.Contain(suggestion);
    }

    private static async Task<string> WaitingAsync(ReminderHouse house) =>
        JsonNode.Parse(await house.BodyOfAsync("/reminders/waiting"))!["reminders"]!.AsArray().Should().ContainSingle().Subject!["obligation"]!.GetValue<string>();
}
