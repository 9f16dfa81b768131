using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;
using Xunit;

namespace Qijiang.Backend.Tests.Http;

[Collection(SurfaceTests.Name)]
public sealed class OfficeTests(SurfaceHost surface)
{
    [Fact]
    public async Task Whoever_holds_the_office_today_acts_in_it()
    {
        var answer = await surface.GetAsync("/api/qj/staff", SurfaceHost.Clerk);

        (answer.Status, answer.Text("office"), answer.Text("body"), answer.Text("today")).Should().Be((200, "DeskClerk", "desk", "2026-11-24"));
    }

    [Fact]
    public async Task A_citizen_is_whoever_is_signed_in()
    {
        (await surface.GetAsync("/api/qj/cards/p-1", SurfaceHost.Citizen)).Status.Should().Be(200);
        (await surface.GetAsync("/api/qj/cards/p-1")).Problem.Should().Be((401, "office.sign-in-needed", null));
    }

    [Theory]
    [InlineData("p-citizen")]
    [InlineData("former-clerk")]
    [InlineData("coming-clerk")]
    [InlineData("town-clerk")]
    public async Task Whoever_does_not_hold_it_today_in_this_congress_does_not(string person) =>
        (await surface.GetAsync("/api/qj/staff", new PersonId(person))).Problem.Should().Be((403, "office.not-held", null));

    [Fact]
    public async Task An_office_of_one_congress_is_none_in_another()
    {
        (await surface.GetAsync("/api/gn/staff", SurfaceHost.TownClerk)).Status.Should().Be(200);
        (await surface.GetAsync("/api/gn/staff", SurfaceHost.Clerk)).Problem.Should().Be((403, "office.not-held", null));
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("QJ")]
    [InlineData("a%20b")]
    [InlineData("qj%7C")]
    public async Task A_congress_that_is_not_there_is_not_found(string congress) =>
        (await surface.GetAsync($"/api/{congress}/staff", SurfaceHost.Clerk)).Problem.Should().Be((404, "congress.unknown", null));

    [Theory]
    [InlineData("AgencyClerk@roads", "roads")]
    [InlineData("AgencyClerk@water", "water")]
    [InlineData("AgencyClerk", "water")]
    public async Task The_header_chooses_between_several(string office, string body)
    {
        var answer = await Choosing(SurfaceHost.AgencyClerk, office);

        (answer.Status, answer.Text("office"), answer.Text("body")).Should().Be((200, "AgencyClerk", body));
    }

    [Theory]
    [InlineData("AgencyClerk@health")]
    [InlineData("DeskClerk")]
    [InlineData("DeskClerk@desk")]
    [InlineData("SystemAdministrator")]
    [InlineData("Nobody")]
    [InlineData("7")]
    [InlineData("AgencyClerk@water@roads")]
    public async Task The_header_confers_nothing(string office) =>
        (await Choosing(SurfaceHost.AgencyClerk, office)).Problem.Should().Be((403, "office.not-held", null));

    [Fact]
    public async Task The_end_of_an_office_holds_at_once()
    {
        var person = new PersonId("p-brief");
        await DecideAsync(person, new MandateCommand.Confer(Office.DeskClerk, new BodyId("desk"), null, new LocalDate(2026, 11, 1)));
        (await surface.GetAsync("/api/qj/staff", person)).Status.Should().Be(200);

        await DecideAsync(person, new MandateCommand.End(Office.DeskClerk, new BodyId("desk"), new LocalDate(2026, 11, 24)));

        (await surface.GetAsync("/api/qj/staff", person)).Status.Should().Be(403);
    }

    [Fact]
    public async Task The_day_begins_in_China()
    {
        var before = surface.Clock.GetCurrentInstant();
        try
        {
            surface.Clock.Reset(Instant.FromUtc(2026, 11, 24, 15, 59, 59));
            (await surface.GetAsync("/api/qj/staff", SurfaceHost.ComingClerk)).Status.Should().Be(403);
            surface.Clock.Reset(Instant.FromUtc(2026, 11, 24, 16, 0));
            (await surface.GetAsync("/api/qj/staff", SurfaceHost.ComingClerk)).Text("today").Should().Be("2026-11-25");
        }
        finally
        {
            surface.Clock.Reset(before);
        }
    }

    private Task<SurfaceHost.Answer> Choosing(PersonId person, string office) =>
        surface.GetAsync("/api/qj/staff", person, request => request.Headers.Add("Qijiang-Office", office));

    private Task<Ran<Mandates>> DecideAsync(PersonId person, MandateCommand command) =>
        surface.Services.GetRequiredService<MandateRegister>().RunAsync(
            new CongressId("qj"), person, new Act(new CommandStamp($"{command}", "digest"), Actor.Qijiang, new LocalDate(2026, 11, 24), Channel.System), command, CancellationToken.None);
}
