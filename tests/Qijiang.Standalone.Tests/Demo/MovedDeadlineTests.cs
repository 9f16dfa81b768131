using System.Text.Json.Nodes;
using FluentAssertions;
using NodaTime;
using Qijiang.Azurite;
using Qijiang.Standalone.Demo;
using Qijiang.Standalone.Demo.Running;
using Qijiang.Standalone.Demo.Story;
using Xunit;

namespace Qijiang.Standalone.Tests.Demo;

/// <summary>A notice arrives over HTTP, and the pump moves what is due, on both stores. The notice is invented.</summary>
public sealed class MovedDeadlineTests : IDisposable
{
    private static readonly LocalDate _day = new(2026, 11, 24);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("qijiang-moves-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public Task On_Sqlite() => PlayAsync(null);

    [Fact]
    public async Task On_Azurite() => await PlayAsync((await AzuriteServer.SharedAsync()).ConnectionString);

    private async Task PlayAsync(string? azure)
    {
        var cancel = CancellationToken.None;
        await using var setup = await DemoSetup.PrepareAsync(folder.FullName, _day, azure, cancel);
        await using var app = DemoHost.Build(setup.Settings, _day);
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = setup.Settings.Address };
        var world = new World(setup.Settings, http, setup.Login, setup.Passwords, new SilentNarrator(), _day);
        var (desk, admin) = (await world.StaffAsync(SampleDistrict.District, "desk", cancel), await world.StaffAsync(SampleDistrict.District, "admin", cancel));
        var deputy = await world.PersonAsync(SampleDistrict.District, SampleDistrict.Deputy(1), cancel);
        var id = (await deputy.PostAsync("suggestions", new { title = "改造路灯", text = "建议改造路灯。", made = "BetweenSessions" }, cancel)).Text("id");
        await desk.PostAsync($"suggestions/{id}/receipt", new { number = "1" }, cancel);
        await desk.PostAsync($"suggestions/{id}/agencies", new
        {
            parts = new[] { new { agency = AssignedInABatch.Lead, role = "Lead" } },
            decision = new { documentNumber = "綦江人大办〔2026〕31号", signatory = "staff-desk", on = "2026-11-24" },
        }, cancel);
        await world.WaitForAsync("the list", async () => await OwedAsync("2027-02-24"), cancel);

        await admin.PostAsync("calendar/notices", Notice(), cancel);
        await world.WaitForAsync("the move", async () => await OwedAsync("2027-03-01"), cancel);

        // The list may have followed before the report did.
        var moves = await world.WaitForAsync("the report", async () => (await desk.GetAsync("calendar/moves", cancel)).Items("moves") is [_, ..] reported ? reported : null, cancel);
        moves.Select(move => (move.Text("from"), move.Text("to"), move.Text("about.id"))).Should().Equal(("2027-02-24", "2027-03-01", id));
        await app.StopAsync();

        async Task<Answer?> OwedAsync(string on) =>
            (await desk.GetAsync("obligations", cancel)).Items("obligations").FirstOrDefault(o => (o.Text("kind"), o.Text("about.id"), o.Text("on")) == ("Reply", id, on));
    }

    private static JsonNode Notice() => JsonNode.Parse("""
        { "id": "2027", "year": 2027, "title": "虚构的2027年放假通知", "number": "虚构〔2026〕1号", "knownFrom": "2026-11-20", "status": "Read",
          "items": [
            { "holiday": { "zh": "元旦", "en": "New Year" }, "off": { "from": "2027-01-01", "to": "2027-01-03", "days": 3 }, "words": "放假3天" },
            { "holiday": { "zh": "春节", "en": "Spring Festival" }, "off": { "from": "2027-02-05", "to": "2027-02-11", "days": 7 }, "words": "放假7天" },
            { "holiday": { "zh": "虚构假日", "en": "Invented holiday" }, "off": { "from": "2027-02-24", "to": "2027-02-26", "days": 3 }, "words": "放假3天" },
            { "holiday": { "zh": "清明节", "en": "Qingming" }, "off": { "from": "2027-04-03", "to": "2027-04-05", "days": 3 }, "words": "放假3天" },
            { "holiday": { "zh": "劳动节", "en": "Labour Day" }, "off": { "from": "2027-05-01", "to": "2027-05-05", "days": 5 }, "words": "放假5天" },
            { "holiday": { "zh": "端午节", "en": "Dragon Boat Festival" }, "off": { "from": "2027-06-09", "to": "2027-06-09", "days": 1 }, "words": "放假1天" },
            { "holiday": { "zh": "中秋节", "en": "Mid-Autumn Festival" }, "off": { "from": "2027-09-15", "to": "2027-09-15", "days": 1 }, "words": "放假1天" },
            { "holiday": { "zh": "国庆节", "en": "National Day" }, "off": { "from": "2027-10-01", "to": "2027-10-07", "days": 7 }, "words": "放假7天" } ] }
        """)!;
}
