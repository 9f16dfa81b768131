using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Storage;
using Qijiang.Backend.Tests.Http;
using Qijiang.Core.Congresses;
using Xunit;

namespace Qijiang.Backend.Tests.Congresses;

/// <summary>Who lets whom in, and what keeping the register of offices needs.</summary>
[Collection(SurfaceTests.Name)]
public sealed class CongressRouteTests(SurfaceHost surface)
{
    private static readonly PersonId _admin = SurfaceHost.Only(Office.SystemAdministrator);
    private static readonly PersonId _secretariat = SurfaceHost.Only(Office.SecretariatClerk);
    private static int keys;

    [Fact]
    public async Task The_secretariat_lets_in_a_deputy()
    {
        var issued = await IssueAsync(SurfaceHost.Only(Office.Deputy), _secretariat);

        issued.Status.Should().Be(200);
        issued.Text("code").Should().NotBeNullOrEmpty();
    }

    [Theory]
    [InlineData(Office.SystemAdministrator)]
    [InlineData(Office.DeskHead)]
    [InlineData(Office.AgencyClerk)]
    [InlineData(Office.SecretariatHead)]
    public async Task The_secretariat_lets_in_nobody_else(Office office) =>
        (await IssueAsync(SurfaceHost.Only(office), _secretariat)).Problem.Should().Be((403, "sign-in.code-not-yours-to-issue", null));

    [Fact]
    public async Task A_deputy_who_is_to_hold_another_office_elsewhere_is_more_than_a_deputy()
    {
        var person = new PersonId("p-deputy-and-clerk");
        await DecideAsync("qj", person, new MandateCommand.Confer(Office.Deputy, null, new("d-1"), new LocalDate(2026, 1, 1)));
        await DecideAsync("qj", person, new MandateCommand.ConfirmCredentials(new LocalDate(2026, 1, 1)));
        await DecideAsync("gn", person, new MandateCommand.Confer(Office.DeskClerk, new("desk"), null, new LocalDate(2027, 1, 1)));

        (await IssueAsync(person, _secretariat)).Problem.Should().Be((403, "sign-in.code-not-yours-to-issue", null));
        (await IssueAsync(person, _admin)).Status.Should().Be(200);
    }

    [Fact]
    public async Task No_administrator_lets_in_another()
    {
        var other = new PersonId("p-other-admin");
        await DecideAsync("qj", other, new MandateCommand.Confer(Office.SystemAdministrator, null, null, new LocalDate(2026, 1, 1)));

        (await IssueAsync(other, _admin)).Problem.Should().Be((403, "sign-in.code-not-yours-to-issue", null));
        (await IssueAsync(SurfaceHost.Only(Office.DeskHead), _admin)).Status.Should().Be(200);
    }

    [Fact]
    public async Task That_a_code_was_issued_is_recorded_with_who_did_it()
    {
        var person = new PersonId("p-let-in");
        await DecideAsync("qj", person, new MandateCommand.Confer(Office.AgencyClerk, new("water"), null, new LocalDate(2026, 1, 1)));

        (await IssueAsync(person, _admin)).Status.Should().Be(200);
        (await IssueAsync(person, _admin)).Status.Should().Be(200);

        (await EventsOfAsync(person)).Where(e => e.Happening.Event is MandateEvent.SignInCodeIssued).Select(e => (e.Happening.By.Person, e.Happening.By.Office, e.Happening.OccurredOn))
            .Should().Equal([(_admin, Office.SystemAdministrator, new LocalDate(2026, 11, 24)), (_admin, Office.SystemAdministrator, new LocalDate(2026, 11, 24))]);
    }

    [Theory]
    [InlineData("""{"office":"AgencyClerk","from":"2026-11-01","body":"nobody"}""", "request.field-malformed", "body")]
    [InlineData("""{"office":"AgencyClerk","from":"2026-11-01"}""", "request.field-missing", "body")]
    [InlineData("""{"office":"Deputy","from":"2026-11-01","district":"nowhere"}""", "request.field-malformed", "district")]
    [InlineData("""{"office":"System","from":"2026-11-01"}""", "request.field-malformed", "office")]
    public async Task An_office_belongs_to_something_that_is_there(string json, string code, string field) =>
        (await PostAsync("p-new", _admin, json)).Problem.Should().Be((400, code, field));

    [Fact]
    public async Task Credentials_are_confirmed_by_the_standing_committee_where_there_is_one()
    {
        await surface.Services.GetRequiredService<Provisioning>().ApplyAsync(new DistrictPlan(
            [new(new("confirming"), CongressLevel.District, new("甲区人大", "Jia"), "chongqing", [new(new("committee"), BodyKind.StandingCommittee, new("常委会", "Standing Committee")), new(new("desk"), BodyKind.Desk, new("人代工委", "Desk"))])],
            [new(_admin, "管理员", [new(new("confirming"), Office.SystemAdministrator, new LocalDate(2026, 1, 1))])]), CancellationToken.None);
        var person = new PersonId("p-elected");
        await DecideAsync("confirming", person, new MandateCommand.Confer(Office.Deputy, null, null, new LocalDate(2026, 11, 1)));

        (await PostAsync("p-elected/credentials", _admin, """{"on":"2026-11-20"}""", "confirming")).Problem.Should().Be((422, "mandate.credentials-need-decision", "decision.body"));
        (await PostAsync("p-elected/credentials", _admin, Confirmed("desk"), "confirming")).Problem.Should().Be((422, "mandate.credentials-need-decision", "decision.body"));
        (await PostAsync("p-elected/credentials", _admin, Confirmed("committee"), "confirming")).Status.Should().Be(200);

        var confirmed = (await EventsOfAsync(person, "confirming"))[^1].Happening;
        confirmed.OccurredOn.Should().Be(new LocalDate(2026, 11, 20));
        confirmed.Event.Should().Be(new MandateEvent.CredentialsConfirmed(new LocalDate(2026, 11, 21), new Decision(new("committee"), BodyKind.StandingCommittee, null, "甲人常〔2026〕9号", new("chair"), new LocalDate(2026, 11, 20))));
    }

    [Fact]
    public async Task An_office_is_dated_as_it_begins_and_not_as_it_is_entered()
    {
        (await PostAsync("p-earlier", _admin, """{"office":"AgencyClerk","from":"2026-03-01","body":"water"}""")).Status.Should().Be(200);
        (await PostAsync("p-later", _admin, """{"office":"AgencyClerk","from":"2027-03-01","body":"water"}""")).Status.Should().Be(200);

        (await EventsOfAsync(new("p-earlier")))[0].Happening.OccurredOn.Should().Be(new LocalDate(2026, 3, 1));
        (await EventsOfAsync(new("p-later")))[0].Happening.OccurredOn.Should().Be(new LocalDate(2026, 11, 24));
    }

    [Theory]
    [InlineData("suspension", """{"on":"2026-11-21","decision":{"documentNumber":"綦人常〔2026〕9号","signatory":"chair","on":"2026-11-20"}}""")]
    [InlineData("end", """{"office":"Deputy","on":"2026-11-21","decision":{"documentNumber":"綦人常〔2026〕9号","signatory":"chair","on":"2026-11-20"}}""")]
    public async Task A_seat_is_suspended_and_ends_on_a_ground_of_the_law(string act, string json)
    {
        await DecideAsync("qj", new("p-ground"), new MandateCommand.Confer(Office.Deputy, null, new("d-1"), new LocalDate(2026, 11, 1)));

        (await PostAsync($"p-ground/{act}", _admin, json)).Problem.Should().Be((422, "mandate.seat-needs-ground", "ground"));
    }

    private static string Confirmed(string body) => $$"""{"decision":{"documentNumber":"甲人常〔2026〕9号","signatory":"chair","on":"2026-11-20","body":"{{body}}"},"on":"2026-11-21"}""";

    private Task<SurfaceHost.Answer> IssueAsync(PersonId person, PersonId by) => PostAsync($"{person}/sign-in-codes", by, "{}");

    private Task<SurfaceHost.Answer> PostAsync(string address, PersonId person, string json, string congress = "qj") =>
        surface.PostAsync($"/api/{congress}/offices/{address}", person, json, request =>
        {
            request.Headers.Remove("Idempotency-Key");
            request.Headers.Add("Idempotency-Key", $"office-{Interlocked.Increment(ref keys)}");
        });

    private Task<Ran<Mandates>> DecideAsync(string congress, PersonId person, MandateCommand command) =>
        surface.Services.GetRequiredService<MandateRegister>().RunAsync(
            new CongressId(congress), person, new Act(new CommandStamp($"{command}", "digest"), Actor.Qijiang, new LocalDate(2026, 11, 24), Channel.System), command, CancellationToken.None);

    private async Task<IReadOnlyList<Recorded<MandateEvent>>> EventsOfAsync(PersonId person, string congress = "qj") =>
        (await surface.Services.GetRequiredService<EventStore>().LoadAsync(CongressJson.Mandates, new StreamId(new(congress), "mandates", person.Value), CancellationToken.None)).Events;
}
