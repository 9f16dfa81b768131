using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Obligations;
using Qijiang.Backend.ReadModels;
using Qijiang.Backend.Storage;
using Qijiang.Backend.Tests.Http;
using Qijiang.Backend.Tests.Storage;
using Qijiang.Backend.Tests.Suggestions;
using Qijiang.Core.Congresses;
using Xunit;

namespace Qijiang.Backend.Tests.Calendar;

/// <summary>A notice arrives, and what is due moves. Every notice here is invented.</summary>
public sealed class DeadlineMoveTests : IAsyncLifetime
{
    // Three months from 9 November 2026: 9 February 2027, by the decree alone the first working day after Spring Festival.
    private const string Assigned = """{"parts":[{"agency":"water","role":"Lead"}],"decision":{"documentNumber":"綦江人大办〔2026〕15号","signatory":"clerk","on":"2026-11-09"}}""";

    private readonly SurfaceHost surface;
    private ObservedRowStore rows = null!;
    private NoticeDoors calendar = null!;
    private SuggestionDoors suggestions = null!;

    public DeadlineMoveTests() => surface = new(services =>
    {
        rows = new((IRowStore)services.Last(service => service.ServiceType == typeof(IRowStore)).ImplementationInstance!);
        services.AddSingleton<IRowStore>(rows);
    });

    public async Task InitializeAsync()
    {
        await surface.InitializeAsync();
        (calendar, suggestions) = (new(surface), new(surface));
    }

    public Task DisposeAsync() => surface.DisposeAsync();

    [Fact]
    public async Task An_invented_notice_for_2027_moves_what_was_provisional_and_the_report_says_from_when_to_when()
    {
        var id = await AssignAsync();
        (await DueOfAsync(id)).Should().Be((new LocalDate(2027, 2, 9), true));
        (await MovesAsync()).Should().BeEmpty();

        (await calendar.PostAsync("/notices", InventedNotices.Year2027)).Status.Should().Be(200);
        await calendar.DeliverAsync();

        (await DueOfAsync(id)).Should().Be((new LocalDate(2027, 2, 12), false));
        (await OwedAsync(id, "Reply")).Should().Equal("2027-02-12");
        var move = (await MovesAsync()).Should().ContainSingle().Subject!;
        move["kind"]!.GetValue<string>().Should().Be("Reply");
        (move["movedOn"]!.GetValue<string>(), move["from"]!.GetValue<string>(), move["to"]!.GetValue<string>(), move["provisional"]!.GetValue<bool>())
            .Should().Be(("2026-11-24", "2027-02-09", "2027-02-12", false));
        move["notices"]!.AsArray().Select(n => n!.GetValue<string>()).Should().Equal("虚构〔2026〕1号");
        move["explanation"]!.GetValue<string>().Should().StartWith("届满日由2027年2月9日改为2027年2月12日，依据：虚构〔2026〕1号。\n期限：自2026年11月9日（星期一）起3个月").And.EndWith("届满日：2027年2月12日（星期五）。");
        (await MovesAsync("en")).Single()!["explanation"]!.GetValue<string>().Should().StartWith("The last day has moved from 9 February 2027 to 12 February 2027, by: 虚构〔2026〕1号.\n");
    }

    [Fact]
    public async Task A_day_that_becomes_firm_without_moving_is_reported_and_so_is_one_that_is_provisional_again()
    {
        // Three months from 24 November 2026: 24 February 2027, a Wednesday with or without the notice.
        var id = await AssignAsync("2026-11-24");
        (await DueOfAsync(id)).Should().Be((new LocalDate(2027, 2, 24), true));

        await calendar.PostAsync("/notices", InventedNotices.Year2027);
        await calendar.DeliverAsync();
        var firm = (await MovesAsync()).Should().ContainSingle().Subject!;
        (firm["from"]!.GetValue<string>(), firm["to"]!.GetValue<string>(), firm["provisional"]!.GetValue<bool>()).Should().Be(("2027-02-24", "2027-02-24", false));
        firm["explanation"]!.GetValue<string>().Should().StartWith("届满日2027年2月24日由暂定转为确定，依据：虚构〔2026〕1号。\n");

        await calendar.PostAsync("/notices/2027/withdrawal", "{}");
        await calendar.DeliverAsync();
        (await MovesAsync("en")).Select(m => m!["explanation"]!.GetValue<string>().Split('\n')[0]).Should().BeEquivalentTo(
            "The last day, 24 February 2027, is provisional no longer, by: 虚构〔2026〕1号.",
            "The last day, 24 February 2027, is provisional again; the notices that changed: 虚构〔2026〕1号.");
    }

    [Fact]
    public async Task The_timer_goes_by_the_new_day()
    {
        var id = await AssignAsync();
        var before = await LooksAsync(id);

        await calendar.PostAsync("/notices", InventedNotices.Year2027);
        await calendar.DeliverAsync();

        (await LooksAsync(id)).Should().HaveSameCount(before).And.OnlyContain(look => look.On == new LocalDate(2027, 2, 12) || look.On < new LocalDate(2027, 1, 1));
        before.Should().Contain(look => look.On == new LocalDate(2027, 2, 9));
    }

    [Fact]
    public async Task Delivered_again_and_in_the_second_round_it_changes_nothing()
    {
        var id = await AssignAsync();
        await calendar.PostAsync("/notices", InventedNotices.Year2027);
        var messages = await calendar.DeliverAsync(times: 2);
        var (moves, owed) = (await MovesTextAsync(), await OwedAsync(id, "Reply"));

        foreach (var message in messages) await surface.Services.GetRequiredService<Delivery>().DeliverAsync("calendar", message, CancellationToken.None);
        (await MovesTextAsync()).Should().Be(moves);
        (await OwedAsync(id, "Reply")).Should().Equal(owed);

        // The second round comes when no instance remembers the old calendar any more.
        surface.Time.Advance(TimeSpan.FromMinutes(2));
        (await calendar.DeliverAsync()).Should().NotBeEmpty();
        (await MovesTextAsync()).Should().Be(moves);
        (await OwedAsync(id, "Reply")).Should().Equal("2027-02-12");
    }

    [Fact]
    public async Task However_many_pages_and_congresses_there_are_the_notices_are_read_once_for_the_change_and_once_for_the_calendar_since()
    {
        await AssignAsync();
        await calendar.PostAsync("/notices", InventedNotices.Year2027);
        rows.Scanned.Clear();

        (await calendar.DeliverAsync()).Should().HaveCount(9, "a page of each list for each of two congresses, and what asks whose");
        rows.Scanned.Where(partition => partition == "installation|calendar|notices").Should().HaveCount(2);
    }

    [Fact]
    public async Task A_notice_that_was_taken_out_moves_what_is_due_back()
    {
        var id = await AssignAsync();
        await calendar.PostAsync("/notices", InventedNotices.Year2027);
        await calendar.DeliverAsync();

        (await calendar.PostAsync("/notices/2027/withdrawal", "{}")).Status.Should().Be(204);
        await calendar.DeliverAsync();

        (await DueOfAsync(id)).Should().Be((new LocalDate(2027, 2, 9), true));
        (await MovesAsync()).Select(m => (m!["from"]!.GetValue<string>(), m["to"]!.GetValue<string>())).Should().BeEquivalentTo([("2027-02-09", "2027-02-12"), ("2027-02-12", "2027-02-09")]);
        (await calendar.PostAsync("/notices/2027/withdrawal", "{}")).Problem.Should().Be((404, "notice.unknown", null));
    }

    [Fact]
    public async Task A_faulty_notice_is_refused_by_its_fields_and_changes_nothing()
    {
        var id = await AssignAsync();
        var faulty = InventedNotices.Year2027.Replace("\"2027-02-11\", \"days\": 7", "\"2027-02-11\", \"days\": 8", StringComparison.Ordinal).Replace("2027-02-20", "2027-02-22", StringComparison.Ordinal);

        var refused = await calendar.PostAsync("/notices", faulty);
        refused.Problem.Should().Be((422, "notice.faulty", "items[1].off.days"));
        JsonNode.Parse(refused.Body)!["findings"]!.AsArray().Select(f => f!.GetValue<string>()).Should().Equal(
            "notice: items[1] 春节: off.days: says 8, but from 2027-02-05 to 2027-02-11 it is 7",
            "notice: items[1] 春节: makeUp: 2027-02-22 is a Monday; work is made up on a Saturday or Sunday");
        (await calendar.PostAsync("/notices", InventedNotices.Year2027.Replace("\"id\": \"2027\", \"year\": 2027", "\"id\": \"x\", \"year\": 2027, \"amends\": \"2031\"", StringComparison.Ordinal)))
            .Problem.Should().Be((422, "notice.faulty", "amends"));

        (await calendar.DeliverAsync()).Should().BeEmpty();
        (await DueOfAsync(id)).Should().Be((new LocalDate(2027, 2, 9), true));
        (await MovesAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_local_notice_moves_nothing_where_the_rules_name_no_area()
    {
        var id = await AssignAsync();
        (await calendar.PostAsync("/notices", """
            { "id": "local-2027", "year": 2027, "area": "某自治县", "title": "虚构的县庆放假通知", "knownFrom": "2026-11-20", "status": "Read",
              "items": [ { "holiday": { "zh": "县庆", "en": "Founding day" }, "off": { "from": "2027-02-09", "to": "2027-02-09", "days": 1 }, "words": "放假1天" } ] }
            """)).Status.Should().Be(200);
        await calendar.DeliverAsync();

        (await DueOfAsync(id)).Should().Be((new LocalDate(2027, 2, 9), true));
        (await MovesAsync()).Should().BeEmpty();
    }

    private async Task<string> AssignAsync(string on = "2026-11-09")
    {
        var submitted = await suggestions.PostAsync("", SuggestionDoors.Deputy, """{"title":"改造路灯","text":"建议改造古南街道的路灯。","made":"BetweenSessions","occurredOn":"2026-11-02"}""");
        var id = submitted.Text("id")!;
        (await suggestions.PostAsync($"/{id}/receipt", SurfaceHost.Clerk, """{"number":"第31号","occurredOn":"2026-11-03"}""")).Status.Should().Be(200);
        (await suggestions.PostAsync($"/{id}/agencies", SurfaceHost.Clerk, Assigned.Replace("2026-11-09", on, StringComparison.Ordinal))).Status.Should().Be(200);
        await calendar.DeliverAsync();
        return id;
    }

    private async Task<(LocalDate On, bool Provisional)> DueOfAsync(string id)
    {
        var due = JsonNode.Parse((await surface.GetAsync($"/api/qj/suggestions/{id}", SurfaceHost.Clerk)).Body)!["standing"]!["handlings"]![0]!["due"]!;
        return (NodaTime.Text.LocalDatePattern.Iso.Parse(due["on"]!.GetValue<string>()).Value, due["provisional"]!.GetValue<bool>());
    }

    private async Task<IReadOnlyList<string>> OwedAsync(string id, string kind)
    {
        var owed = JsonNode.Parse((await surface.GetAsync("/api/qj/obligations", SurfaceHost.Clerk)).Body)!["obligations"]!.AsArray();
        return [.. owed.Where(o => o!["kind"]!.GetValue<string>() == kind && o.ToJsonString().Contains(id, StringComparison.Ordinal)).Select(o => o!["on"]!.GetValue<string>())];
    }

    private async Task<IReadOnlyList<DueRow>> LooksAsync(string id)
    {
        var looks = new List<DueRow>();
        await foreach (var row in surface.Services.GetRequiredService<Lists>().ReadAsync(new CongressId("qj"), DueEntries.ToDo, "", CancellationToken.None))
        {
            var due = System.Text.Json.JsonSerializer.Deserialize(row.Data.Span, ObligationJson.Stored.DueRow)!;
            if (due.Stream.EndsWith(id, StringComparison.Ordinal)) looks.Add(due);
        }

        return looks;
    }

    private async Task<string> MovesTextAsync() => (await surface.GetAsync("/api/qj/calendar/moves", SurfaceHost.Clerk)).Body;

    private async Task<JsonArray> MovesAsync(string language = "zh-Hans") =>
        JsonNode.Parse((await surface.GetAsync("/api/qj/calendar/moves", SurfaceHost.Clerk, request => request.Headers.Add("Accept-Language", language))).Body)!["moves"]!.AsArray();
}
