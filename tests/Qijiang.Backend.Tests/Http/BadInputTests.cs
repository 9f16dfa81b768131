using System.Diagnostics.Metrics;
using System.Text.Json;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;
using Xunit;

namespace Qijiang.Backend.Tests.Http;

/// <summary>Bad input at the citizens' doors, for a suggestion and at a poll: the right status, the field or rule named, nothing recorded but a counted rejection.</summary>
[Collection(SurfaceTests.Name)]
public sealed class BadInputTests(SurfaceHost surface) : IDisposable
{
    private readonly MeterListener listener = new();
    private int counted;

    public void Dispose() => listener.Dispose();

    [Theory]
    // the mini-program's door
    [InlineData(Office.Citizen, "opinions", "{\"words\":\"路灯不亮\"", 400, "request.body-malformed", null)]                     // cut off
    [InlineData(Office.Citizen, "opinions", "", 400, "request.body-malformed", null)]
    [InlineData(Office.Citizen, "opinions", "{}", 400, "request.field-missing", "words")]
    [InlineData(Office.Citizen, "opinions", """{"words":"   "}""", 400, "request.field-missing", "words")]
    [InlineData(Office.Citizen, "opinions", """{"words":["路灯"]}""", 400, "request.field-malformed", "words")]
    [InlineData(Office.Citizen, "opinions", """{"words":"路灯","sender":"somebody-else"}""", 400, "request.body-malformed", "sender")]
    [InlineData(Office.Citizen, "opinions", """{"words":"路灯","district":"a b"}""", 400, "request.field-malformed", "district")]
    // the station's door
    [InlineData(Office.IntakeClerk, "opinions/in-person", """{"words":"路灯"}""", 400, "request.field-missing", "manner")]
    [InlineData(Office.IntakeClerk, "opinions/in-person", """{"words":"路灯","manner":"Typed"}""", 400, "request.field-malformed", "manner")]
    [InlineData(Office.IntakeClerk, "opinions/in-person", """{"words":"路灯","manner":"Spoken","occurredOn":"2026-11-25"}""", 422, "act.in-the-future", "occurredOn")]
    [InlineData(Office.IntakeClerk, "opinions/in-person", """{"words":"路灯","manner":"Spoken","occurredOn":"24.11.2026"}""", 400, "request.field-malformed", "occurredOn")]
    [InlineData(Office.IntakeClerk, "opinions/in-person", """{"words":"路灯","manner":"Spoken","occurredOn":"2025-12-31"}""", 403, "office.not-held", null)]
    [InlineData(Office.DeskClerk, "opinions/in-person", """{"words":"路灯","manner":"Spoken"}""", 403, "office.not-held", null)]
    // what is done with an opinion
    [InlineData(Office.IntakeClerk, "opinions/YJ-00000-00000/kind", """{"kind":"Suggestion"}""", 404, "resource.unknown", null)]
    [InlineData(Office.IntakeClerk, "opinions/a%20b/kind", """{"kind":"Suggestion"}""", 400, "request.field-malformed", "opinion")]
    [InlineData(Office.IntakeClerk, "opinions/YJ-00000-00000/kind", """{"kind":"Gossip"}""", 400, "request.field-malformed", "kind")]
    [InlineData(Office.Deputy, "opinions/YJ-00000-00000/kind", """{"kind":"Suggestion"}""", 403, "office.not-held", null)]
    // a suggestion
    [InlineData(Office.Deputy, "suggestions", """{"title":"路灯","text":" ","made":"BetweenSessions"}""", 400, "request.field-missing", "text")]
    [InlineData(Office.Deputy, "suggestions", """{"title":"路灯","text":"更换路灯","made":"BetweenSessions","sources":["YJ-00000-00000"]}""", 422, "suggestion.source-not-yours", "sources")]
    [InlineData(Office.Deputy, "suggestions", """{"title":"路灯","text":"更换路灯","made":"BetweenSessions","channel":"Paper"}""", 400, "request.field-malformed", "channel")]
    [InlineData(Office.DeskClerk, "suggestions", """{"title":"路灯","text":"更换路灯","made":"BetweenSessions","channel":"Paper","onBehalfOf":"only-AgencyClerk"}""", 422, "act.principal-holds-no-office", "onBehalfOf")]
    [InlineData(Office.DeskClerk, "suggestions/JY-00000-00000/receipt", """{"number":"1"}""", 404, "resource.unknown", null)]
    [InlineData(Office.DeskClerk, "suggestions/assignments", """{"suggestions":[],"to":"water","decision":{"documentNumber":"1","signatory":"clerk","on":"2026-11-24"}}""", 400, "request.field-malformed", "suggestions")]
    [InlineData(Office.DeskClerk, "suggestions/JY-00000-00000/merger", """{"into":"JY-00000-00001","decision":{"documentNumber":" ","signatory":"clerk","on":"2026-11-24"}}""", 400, "request.field-missing", "decision.documentNumber")]
    // the poll
    [InlineData(Office.SecretariatClerk, "polls", """{"title":"票决","projects":[],"terms":{"seats":10},"chiefScrutineer":"a","scrutineers":["a"]}""", 409, "poll.paper-incomplete", null)]
    [InlineData(Office.SecretariatClerk, "polls/PJ-00000-00000/opening", "{}", 409, "poll.out-of-turn", null)]
    [InlineData(Office.SecretariatClerk, "polls/PJ-00000-00000/announcement", """{"how":"Loudly"}""", 400, "request.field-malformed", "how")]
    [InlineData(Office.Deputy, "polls/PJ-00000-00000/ballots", """{"marks":{"p-1":"for"}}""", 404, "resource.unknown", null)]
    [InlineData(Office.Deputy, "polls/PJ-00000-00000/ballots", """{"marks":"for"}""", 400, "request.field-malformed", "marks")]
    [InlineData(Office.Deputy, "polls/PJ-00000-00000/opening", "{}", 403, "office.not-held", null)]
    [InlineData(Office.SecretariatClerk, "polls/PJ-00000-00000/ballots", """{"marks":{}}""", 403, "office.not-held", null)]
    // what JSON's reader lets through: a null within a list or a map, a blank or endless text
    [InlineData(Office.SecretariatClerk, "polls", """{"title":"票决","projects":[null],"terms":{"seats":10},"chiefScrutineer":"a","scrutineers":["a"]}""", 400, "request.field-malformed", "projects[0]")]
    [InlineData(Office.SecretariatClerk, "polls", """{"title":" ","projects":[],"terms":{"seats":10},"chiefScrutineer":"a","scrutineers":["a"]}""", 400, "request.field-missing", "title")]
    [InlineData(Office.DeskClerk, "suggestions/JY-00000-00000/agencies", """{"parts":[{"agency":"water","role":"Lead"},null],"decision":{"documentNumber":"1","signatory":"clerk","on":"2026-11-24"}}""", 400, "request.field-malformed", "parts[1]")]
    [InlineData(Office.AgencyClerk, "suggestions/JY-00000-00000/handlings/water/reply", """{"text":"已更换","signedBy":"a","class":{"scheme":"s","code":"A","text":"n"},"promises":[null]}""", 400, "request.field-malformed", "promises[0]")]
    [InlineData(Office.AgencyClerk, "suggestions/JY-00000-00000/handlings/water/co-handler-opinion", """{"text":"已更换","signedBy":"a","promises":[{"item":" ","by":"2026-12-31"}]}""", 400, "request.field-missing", "promises[0].item")]
    [InlineData(Office.Deputy, "polls/PJ-00000-00000/ballots", """{"marks":{"p1":null}}""", 400, "request.field-malformed", "marks.p1")]
    public async Task It_is_refused_by_name_and_leaves_nothing_but_its_count(Office office, string address, string json, int status, string code, string? field)
    {
        var before = await StoredAsync();
        CountRejections();

        var answer = await surface.PostAsync($"/api/qj/{address}", office == Office.Citizen ? SurfaceHost.Citizen : SurfaceHost.Only(office), json);

        answer.Problem.Should().Be((status, code, field));
        answer.Title.Should().NotBe(code, "people are told in words");
        counted.Should().Be(1);
        (await StoredAsync()).Should().Equal(before);
    }

    [Fact]
    public async Task An_opinion_that_is_too_long_is_refused_by_its_field_and_never_cut()
    {
        var answer = await surface.PostAsync("/api/qj/opinions", SurfaceHost.Citizen, JsonSerializer.Serialize(new { words = new string('长', 20_001) }));

        answer.Problem.Should().Be((400, "request.field-malformed", "words"));
    }

    [Theory]
    [InlineData(Office.AgencyClerk, "suggestions/JY-00000-00000/handlings/water/return", """{"reasons":"…"}""", 20_000, "reasons")]
    [InlineData(Office.AgencyClerk, "suggestions/JY-00000-00000/handlings/water/contacts", """{"phase":"Before","manner":"Visit","note":"…"}""", 20_000, "note")]
    [InlineData(Office.AgencyClerk, "suggestions/JY-00000-00000/handlings/water/co-handler-opinion", """{"text":"已更换","signedBy":"a","promises":[{"item":"…","by":"2026-12-31"}]}""", 20_000, "promises[0].item")]
    [InlineData(Office.Deputy, "suggestions/JY-00000-00000/withdrawal", """{"letter":"…"}""", 20_000, "letter")]
    [InlineData(Office.DeskClerk, "suggestions/JY-00000-00000/receipt", """{"number":"…"}""", 200, "number")]
    [InlineData(Office.DeskClerk, "suggestions/JY-00000-00000/merger", """{"into":"JY-00000-00001","decision":{"documentNumber":"…","signatory":"clerk","on":"2026-11-24"}}""", 200, "decision.documentNumber")]
    [InlineData(Office.IntakeClerk, "opinions/YJ-00000-00000/referral", """{"to":"…","explanation":"转办"}""", 200, "to")]
    [InlineData(Office.IntakeClerk, "opinions/YJ-00000-00000/referral", """{"to":"信访办","explanation":"…"}""", 20_000, "explanation")]
    [InlineData(Office.SecretariatClerk, "polls", """{"title":"…","projects":[],"terms":{"seats":10},"chiefScrutineer":"a","scrutineers":["a"]}""", 200, "title")]
    public async Task A_text_over_its_limit_is_refused_by_its_field_and_one_of_the_limit_is_not(Office office, string address, string json, int limit, string field)
    {
        async Task<SurfaceHost.Answer> SendAsync(int length) =>
            await surface.PostAsync($"/api/qj/{address}", SurfaceHost.Only(office), json.Replace("…", new string('长', length), StringComparison.Ordinal));

        (await SendAsync(limit + 1)).Problem.Should().Be((400, "request.field-malformed", field));
        (await SendAsync(limit)).Code.Should().NotBe("request.field-malformed");
    }

    private void CountRejections()
    {
        listener.InstrumentPublished = (instrument, itself) =>
        {
            if (instrument.Name == "qijiang.rejections" && instrument.Meter.Scope == surface.Services.GetRequiredService<IMeterFactory>()) itself.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, by, _, _) => counted += (int)by);
        listener.Start();
    }

    private async Task<List<string>> StoredAsync()
    {
        var keys = new List<string>();
        foreach (var table in (string[])["events", "lists", "persons", "ballots", "rolls", "ledger"])
            await foreach (var row in surface.Services.GetRequiredService<IRowStore>().ScanTableAsync(table, null, CancellationToken.None))
                keys.Add($"{table} {row.Partition} {row.Key} {row.ETag}");
        return keys;
    }
}
