using System.Text.Json;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Obligations;
using Qijiang.Backend.Storage;
using Qijiang.Backend.Tests.Http;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;
using Qijiang.Core.Obligations;
using Xunit;

namespace Qijiang.Backend.Tests.Obligations;

/// <summary>What is owed to a citizen, above all for a report of wrongdoing, shows to those alone who may see the opinion.</summary>
[Collection(SurfaceTests.Name)]
public sealed class SealedObligationTests(SurfaceHost surface)
{
    private const string Obligations = "/api/qj/obligations";
    private static readonly PersonId _intake = SurfaceHost.Only(Office.IntakeClerk);
    private static int keys;

    [Fact]
    public async Task What_is_owed_for_a_sealed_report_is_read_by_intake_alone()
    {
        var report = await TakeInAsync("Wrongdoing");

        (await BodyOfAsync($"{Obligations}?list=sealed", _intake)).Should().Contain(report);
        (await BodyOfAsync($"{Obligations}?list=opinions", SurfaceHost.Clerk)).Should().NotContain(report);
        (await BodyOfAsync(Obligations, SurfaceHost.Clerk)).Should().NotContain(report);
        (await surface.GetAsync($"{Obligations}?list=sealed", SurfaceHost.Clerk)).Problem.Should().Be((400, "request.field-malformed", "list"));
    }

    [Fact]
    public async Task What_is_owed_for_another_opinion_is_read_by_intake_and_desk_and_says_not_who_wrote()
    {
        var opinion = await TakeInAsync("Suggestion");

        foreach (var (person, address) in ((PersonId, string)[])[(_intake, Obligations), (SurfaceHost.Clerk, $"{Obligations}?list=opinions")])
            (await BodyOfAsync(address, person)).Should().Contain(opinion).And.NotContain("owedTo");
        (await BodyOfAsync(Obligations, SurfaceHost.Clerk)).Should().NotContain(opinion);
    }

    [Fact]
    public async Task Intake_lists_the_sealed_reports_and_the_desk_does_not()
    {
        var report = await TakeInAsync("Wrongdoing");

        (await BodyOfAsync("/api/qj/opinions?sealed=true", _intake)).Should().Contain(report);
        (await BodyOfAsync("/api/qj/opinions", _intake)).Should().NotContain(report);
        (await surface.GetAsync("/api/qj/opinions?sealed=true", SurfaceHost.Clerk)).Problem.Should().Be((403, "office.not-held", null));
    }

    [Fact]
    public async Task A_reminder_about_a_sealed_report_is_read_by_intake_alone()
    {
        var report = await TakeInAsync("Wrongdoing");
        await RemindAsync(Of(ObligationKind.CitizenNotice, new Party.OfKind(BodyKind.Desk), new Matter.OfOpinion(new(report))), Audience.Owing);

        (await BodyOfAsync($"{Obligations}/reminders?list=sealed", _intake)).Should().Contain(report);
        foreach (var address in (string[])[$"{Obligations}/reminders", $"{Obligations}/reminders?list=opinions"])
            (await BodyOfAsync(address, SurfaceHost.Clerk)).Should().NotContain(report);
        (await BodyOfAsync($"{Obligations}/reminders", SurfaceHost.Only(Office.CoordinatingClerk))).Should().NotContain(report);
    }

    [Fact]
    public async Task The_coordinating_office_reads_what_it_was_told()
    {
        var reply = Of(ObligationKind.Reply, new Party.OfBody(new("water")), new Matter.OfSuggestion(new("JY-11111-11111"), new("water")));
        var contact = Of(ObligationKind.Contact, new Party.OfBody(new("water")), new Matter.OfSuggestion(new("JY-22222-22222"), new("water")));
        await RemindAsync(reply, Audience.CoordinatingOffice);
        await RemindAsync(contact, Audience.Owing);

        (await BodyOfAsync($"{Obligations}/reminders", SurfaceHost.Only(Office.CoordinatingClerk))).Should().Contain("JY-11111-11111").And.NotContain("JY-22222-22222");
        (await BodyOfAsync($"{Obligations}/reminders", SurfaceHost.Clerk)).Should().Contain("JY-11111-11111").And.Contain("JY-22222-22222");
    }

    private static OpenObligation Of(ObligationKind kind, Party by, Matter about) =>
        OpenObligation.Of(kind, by, new Party.OfPerson(new("p-1")), new Due.Within(new StatutoryPeriod(new LocalDate(2026, 11, 1), new TimeLimit(15, LimitUnit.Days), new RuleRef("CIT-10", "national", new LocalDate(2022, 5, 1)))), about);

    private async Task RemindAsync(OpenObligation obligation, Audience to)
    {
        var notice = new ReminderNotice(new CongressId("qj"), obligation, "overdue", to, new LocalDate(2026, 11, 16), new LocalDate(2026, 11, 24));
        var body = JsonSerializer.SerializeToUtf8Bytes(notice, ObligationJson.Stored.ReminderNotice);
        var consumer = surface.Services.GetServices<IConsumer>().Single(c => c.Queue == ReminderNotice.Queue);
        await consumer.ConsumeAsync(new MessageEnvelope(notice.Id, body, default, null), CancellationToken.None);
    }

    private async Task<string> TakeInAsync(string kind)
    {
        var number = (await PostAsync("/api/qj/opinions", SurfaceHost.Citizen, """{"words":"路灯不亮，有人摔了跤。"}""")).Text("number")!;
        (await PostAsync($"/api/qj/opinions/{number}/kind", _intake, $$"""{"kind":"{{kind}}","district":"d-1"}""")).Status.Should().Be(200);
        foreach (var follower in surface.Services.GetServices<IOnChange>())
            await follower.StreamChangedAsync(new StreamId(new CongressId("qj"), "opinion", number), CancellationToken.None);
        return number;
    }

    private Task<SurfaceHost.Answer> PostAsync(string address, PersonId person, string json) => surface.PostAsync(address, person, json, request =>
    {
        request.Headers.Remove("Idempotency-Key");
        request.Headers.Add("Idempotency-Key", $"opinion-{Interlocked.Increment(ref keys)}");
    });

    private async Task<string> BodyOfAsync(string address, PersonId person)
    {
        var answer = await surface.GetAsync(address, person);
        answer.Status.Should().Be(200);
        return answer.Body;
    }
}
