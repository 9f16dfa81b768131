using System.Text.Json.Nodes;
using FluentAssertions;
using Qijiang.Backend.Tests.Http;
using Xunit;

namespace Qijiang.Backend.Tests.Calendar;

/// <summary>The calendar as a clerk reads it. The notice that is entered is invented.</summary>
public sealed class CalendarRouteTests : IAsyncLifetime
{
    private readonly SurfaceHost surface = new();
    private NoticeDoors calendar = null!;

    public async Task InitializeAsync()
    {
        await surface.InitializeAsync();
        calendar = new(surface);
    }

    public Task DisposeAsync() => surface.DisposeAsync();

    [Fact]
    public async Task A_year_shows_its_days_off_and_make_up_days_with_their_notice()
    {
        var year = await JsonOfAsync("2026");

        (year["workingDays"]!.GetValue<int>(), year["provisionalFrom"]!.GetValue<string>()).Should().Be((248, "2026-12-25"));
        year["notices"]!.AsArray().Select(n => n!.GetValue<string>()).Should().Equal("国办发明电〔2025〕7号");
        year["daysOff"]!.AsArray().Should().HaveCount(33);
        year["makeUpDays"]!.AsArray().Select(d => d!["date"]!.GetValue<string>()).Should().Equal("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10");
    }

    [Fact]
    public async Task A_day_says_what_it_is_and_why_in_the_readers_language()
    {
        var day = await JsonOfAsync("days/2026-10-10", "en");
        (day["day"]!["kind"]!.GetValue<string>(), day["day"]!["holiday"]!.GetValue<string>(), day["day"]!["notice"]!.GetValue<string>(), day["nextWorkingDay"]!.GetValue<string>())
            .Should().Be(("MakeUpWorkday", "National Day", "国办发明电〔2025〕7号", "2026-10-12"));
        day["day"]!["words"]!.GetValue<string>().Should().Contain("10月10日(周六)上班");

        var decree = (await JsonOfAsync("days/2027-10-01"))["day"]!;
        (decree["holiday"]!.GetValue<string>(), decree["decree"]!.GetValue<string>(), decree["provisional"]!.GetValue<bool>(), decree["notice"])
            .Should().Be(("国庆节", "全国年节及纪念日放假办法（2024年修订）", true, null));
    }

    [Theory]
    [InlineData("1999", 404, "resource.unknown", null)]
    [InlineData("soon", 400, "request.field-malformed", "year")]
    [InlineData("days/2026-02-30", 400, "request.field-malformed", "day")]
    [InlineData("days/1999-01-01", 404, "resource.unknown", null)]
    [InlineData("days/-9998-01-01", 404, "resource.unknown", null)]
    [InlineData("moves?list=sealed", 400, "request.field-malformed", "list")]
    public async Task What_is_no_day_of_the_calendar_is_refused(string address, int status, string code, string? field) =>
        (await surface.GetAsync($"/api/qj/calendar/{address}", SurfaceHost.Clerk)).Problem.Should().Be((status, code, field));

    [Fact]
    public async Task An_invented_notice_is_shown_with_who_entered_it_and_the_year_goes_by_it()
    {
        var entered = await calendar.PostAsync("/notices", InventedNotices.Year2027);

        (entered.Status, entered.Text("id"), entered.Text("enteredBy")).Should().Be((200, "2027", NoticeDoors.Administrator.Value));
        var listed = JsonNode.Parse((await surface.GetAsync("/api/qj/calendar/notices", SurfaceHost.Clerk)).Body)!.AsArray();
        listed.Should().HaveCount(24);
        listed[^1]!["enteredBy"]!.GetValue<string>().Should().Be(NoticeDoors.Administrator.Value);
        listed[0]!["enteredBy"].Should().BeNull("it came with the software");
        (await JsonOfAsync("2027"))["provisionalFrom"]!.GetValue<string>().Should().Be("2027-12-25");
        (await JsonOfAsync("2026"))["provisionalFrom"].Should().BeNull();
    }

    [Fact]
    public async Task A_notice_is_corrected_under_its_id()
    {
        await calendar.PostAsync("/notices", InventedNotices.Year2027);
        (await calendar.PostAsync("/notices", InventedNotices.Year2027.Replace("2027-02-20", "2027-02-27", StringComparison.Ordinal))).Status.Should().Be(200);

        (await JsonOfAsync("2027"))["makeUpDays"]!.AsArray().Select(d => d!["date"]!.GetValue<string>()).Should().Contain("2027-02-27").And.NotContain("2027-02-20");
    }

    [Fact]
    public async Task What_is_no_notice_at_all_is_refused()
    {
        (await calendar.PostAsync("/notices", "[]")).Problem.Should().Be((422, "notice.faulty", null));
        (await calendar.PostAsync("/notices", "{")).Problem.Should().Be((400, "request.body-malformed", null));
        (await calendar.PostAsync("/notices", """{ "id": "2027", "id": "2028" }""")).Problem.Should().Be((422, "notice.faulty", null));
    }

    private async Task<JsonNode> JsonOfAsync(string address, string language = "zh-Hans") =>
        JsonNode.Parse((await surface.GetAsync($"/api/qj/calendar/{address}", SurfaceHost.Citizen, request => request.Headers.Add("Accept-Language", language))).Body)!;
}
