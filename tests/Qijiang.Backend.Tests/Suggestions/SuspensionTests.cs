using System.Text.Json.Nodes;
using FluentAssertions;
using Qijiang.Backend.Tests.Http;
using Xunit;

namespace Qijiang.Backend.Tests.Suggestions;

/// <summary>A period that stands still, over HTTP: in a congress whose own rules let the desk say so, and in one whose rules don't.</summary>
public sealed class SuspensionTests : IAsyncLifetime
{
    private const string Suspension = $$"""{"from":"2026-12-01","to":"2026-12-10","reasons":"等待代表确认地点。","decision":{{SuggestionDoors.Decision}}}""";

    private readonly DirectoryInfo rules = Directory.CreateTempSubdirectory("qijiang-rules-");
    private readonly SurfaceHost surface;
    private readonly SuggestionDoors doors;

    public SuspensionTests()
    {
        surface = new SurfaceHost(limits => (limits.RequestsPerMinute, limits.SignInsPerMinute) = (100_000, 100_000), rules.FullName);
        doors = new SuggestionDoors(surface);
    }

    public Task InitializeAsync() => surface.InitializeAsync();

    public async Task DisposeAsync()
    {
        await surface.DisposeAsync();
        rules.Delete(recursive: true);
    }

    [Fact]
    public async Task The_desk_suspends_and_both_dates_are_shown_with_reason_and_approver_and_the_obligation_is_due_later()
    {
        await LetTheDeskAsync();
        var id = await AssignedAsync();
        (await HandlingAsync(id))["due"]!["on"]!.GetValue<string>().Should().Be("2027-02-24");

        (await doors.PostAsync($"/{id}/handlings/water/suspension", SurfaceHost.Clerk, Suspension)).Status.Should().Be(200);
        await doors.FollowAsync(id);

        // Ten days are not counted: three months end on Saturday, 6 March, and roll to Monday.
        var handling = await HandlingAsync(id);
        (handling["due"]!["on"]!.GetValue<string>(), handling["due"]!["unsuspended"]!.GetValue<string>()).Should().Be(("2027-03-08", "2027-02-24"));
        handling["due"]!["explanation"]!.GetValue<string>().Should().Contain("期限中止，不计（规则OWN-2");
        var pause = handling["suspensions"]!.AsArray().Should().ContainSingle().Which!;
        (pause["from"]!.GetValue<string>(), pause["to"]!.GetValue<string>(), pause["reasons"]!.GetValue<string>(), pause["grantedBy"]!.GetValue<string>(), pause["signatory"]!.GetValue<string>())
            .Should().Be(("2026-12-01", "2026-12-10", "等待代表确认地点。", "desk", "clerk"));
        (await surface.GetAsync("/api/qj/obligations", SurfaceHost.Clerk)).Body.Should().Contain("2027-03-08");
    }

    [Fact]
    public async Task Where_the_rules_let_nobody_it_is_refused_by_the_rule()
    {
        var id = await AssignedAsync();

        (await doors.PostAsync($"/{id}/handlings/water/suspension", SurfaceHost.Clerk, Suspension)).Problem.Should().Be((409, "suggestion.no-suspension-here", null));
    }

    [Fact]
    public async Task Dates_that_make_no_sense_name_their_field()
    {
        await LetTheDeskAsync();
        var id = await AssignedAsync();

        (await doors.PostAsync($"/{id}/handlings/water/suspension", SurfaceHost.Clerk, Suspension.Replace("2026-12-10", "2026-11-30", StringComparison.Ordinal)))
            .Problem.Should().Be((422, "suggestion.suspension-misdated", "to"));
    }

    private Task LetTheDeskAsync() => File.WriteAllTextAsync(Path.Combine(rules.FullName, "qj.json"), """
        { "set": "qj", "rules": [
          { "key": "suggestion.suspensionGrantedBy", "id": "OWN-2", "from": "2026-01-01", "title": { "zh": "交办机构可以决定中止", "en": "the desk may suspend" },
            "source": { "law": "本级办法" }, "value": "Desk", "confidence": "T", "status": "active" } ] }
        """);

    private async Task<string> AssignedAsync()
    {
        var id = await doors.RegisterAsync("2026-001");
        (await doors.PostAsync($"/{id}/agencies", SurfaceHost.Clerk, $$"""{"parts":[{"agency":"water","role":"Lead"}],"decision":{{SuggestionDoors.Decision}}}""")).Status.Should().Be(200);
        await doors.FollowAsync(id);
        return id;
    }

    private async Task<JsonNode> HandlingAsync(string id) =>
        JsonNode.Parse((await surface.GetAsync($"/api/qj/suggestions/{id}", SurfaceHost.Clerk)).Body)!["standing"]!["handlings"]!.AsArray().Single()!;
}
