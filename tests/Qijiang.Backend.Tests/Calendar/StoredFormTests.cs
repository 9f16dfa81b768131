using System.Text.Json;
using FluentAssertions;
using Qijiang.Backend.Calendar;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Obligations;
using Xunit;

namespace Qijiang.Backend.Tests.Calendar;

/// <summary>What happened to holiday notices, as it is stored for ever; and the rows and messages about it, which lie in stores and queues. The notices are invented.</summary>
public sealed class StoredFormTests
{
    private static readonly HolidayNotice _notice = new(
        "2027-1", 2027, "2027", "某自治县", "虚构的通知", "虚构〔2026〕1号", new(2026, 11, 20), new(2026, 11, 21), NoticeStatus.NewsRendering, "虚构的报纸", "Invented.",
        [new(new("春节", "Spring Festival"), new(2027, 2, 5), new(2027, 2, 11), [new(2027, 1, 31)], [new(2027, 2, 20)], "2月5日至11日放假")]);

    [Fact]
    public void Events_of_notices_have_the_approved_form() => Approved.Matches("Calendar/approved/notices.v1.jsonl", string.Join('\n',
        new NoticeEvent[] { new NoticeEvent.Entered(_notice), new NoticeEvent.Withdrawn("2027-1") }.Select(e => JsonSerializer.Serialize(e, CalendarJson.Stored.NoticeEvent))));

    [Fact]
    public void An_event_reads_back_as_it_was()
    {
        var entered = new NoticeEvent.Entered(_notice);
        JsonSerializer.Deserialize(JsonSerializer.Serialize<NoticeEvent>(entered, CalendarJson.Stored.NoticeEvent), CalendarJson.Stored.NoticeEvent).Should().Be(entered);
    }

    [Fact]
    public void A_move_has_the_approved_form_and_reads_back_as_it_was()
    {
        var row = new MoveRow(
            new(2026, 11, 24), new("JY-11111-11111:water:Reply:2026-11-09:3Months"), ObligationKind.Reply, new Party.OfBody(new("water")), new Matter.OfSuggestion(new("JY-11111-11111"), new("water")),
            new(2027, 2, 9), new(2027, 2, 12), false, ["虚构〔2026〕1号"], "改为", "moved");
        var json = JsonSerializer.Serialize(row, CalendarJson.Stored.MoveRow);

        JsonSerializer.Deserialize(json, CalendarJson.Stored.MoveRow).Should().Be(row);
        Approved.Matches("Calendar/approved/move.v1.json", json);
    }

    [Fact]
    public void A_message_has_the_approved_form() => Approved.Matches("Calendar/approved/calendar-changed.v1.json",
        System.Text.Encoding.UTF8.GetString(new CalendarChanged("c-1", new CongressId("qj"), "obligations|all", "20270209|x", true).ToMessage().Body.Span));
}
