using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Identity;
using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;
using Xunit;

namespace Qijiang.Backend.Tests.Http;

[Collection(SurfaceTests.Name)]
public sealed class SignInTests(SurfaceHost surface)
{
    [Theory]
    [InlineData("Wang")]
    [InlineData(" wang ")]
    public async Task Name_and_password_give_a_token_that_holds(string name)
    {
        var signedIn = await surface.PostAsync("/api/sign-ins", null, $$"""{"name":"{{name}}","password":"correct horse"}""");

        (signedIn.Status, signedIn.Text("expiresIn")).Should().Be((200, "3600"));
        (await As(signedIn)).Text("person").Should().Be("clerk");
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_are_answered_alike()
    {
        var wrong = await surface.PostAsync("/api/sign-ins", null, """{"name":"Wang","password":"Correct horse"}""");
        var unknown = await surface.PostAsync("/api/sign-ins", null, """{"name":"Li","password":"correct horse"}""");

        wrong.Problem.Should().Be((401, "sign-in.failed", null));
        (unknown.Status, unknown.Code, unknown.Title).Should().Be((wrong.Status, wrong.Code, wrong.Title));
    }

    [Fact]
    public async Task A_code_on_paper_lets_its_person_in_once()
    {
        var code = await surface.Services.GetRequiredService<SignInCodes>().IssueAsync(SurfaceHost.Clerk, new CongressId("qj"), CancellationToken.None);

        var first = await surface.PostAsync("/api/sign-ins/code", null, $$"""{"code":"{{code}}"}""");
        var second = await surface.PostAsync("/api/sign-ins/code", null, $$"""{"code":"{{code}}"}""");

        (await As(first)).Text("person").Should().Be("clerk");
        second.Problem.Should().Be((401, "sign-in.code-refused", null));
    }

    [Fact]
    public async Task A_code_lets_in_only_where_it_was_issued()
    {
        await ConferAsync("qj", "p-of-both", Office.DeskClerk);
        await ConferAsync("gn", "p-of-both", Office.DeskClerk);
        await ConferAsync("gn", "gn-administrator", Office.SystemAdministrator);
        var code = (await surface.PostAsync("/api/gn/offices/p-of-both/sign-in-codes", new PersonId("gn-administrator"), null)).Text("code");

        var token = (await surface.PostAsync("/api/sign-ins/code", null, $$"""{"code":"{{code}}"}""")).Text("token");

        (await With(token, "/api/gn/staff")).Text("person").Should().Be("p-of-both");
        (await With(token, "/api/qj/staff")).Problem.Should().Be((403, "office.not-held", null));
        (await With(token, "/api/qj/me")).Problem.Should().Be((403, "office.not-held", null));
    }

    [Fact]
    public async Task A_clerk_of_the_secretariat_lets_in_deputies_and_nobody_with_another_office()
    {
        await ConferAsync("qj", "secretary", Office.SecretariatClerk);
        await ConferAsync("qj", "administrator", Office.SystemAdministrator);
        await ConferAsync("qj", "p-deputy", Office.Deputy);
        await ConferAsync("qj", "p-deputy-and-clerk", Office.Deputy);
        await ConferAsync("qj", "p-deputy-and-clerk", Office.DeskClerk);
        async Task<int> Issue(string by, string @for) => (await surface.PostAsync($"/api/qj/offices/{@for}/sign-in-codes", new PersonId(by), null)).Status;

        (await Issue("secretary", "p-deputy")).Should().Be(200);
        (await Issue("secretary", "p-deputy-and-clerk")).Should().Be(403);
        (await Issue("secretary", "administrator")).Should().Be(403);
        (await Issue("secretary", "p-nobody")).Should().Be(404);
        (await Issue("administrator", "p-deputy-and-clerk")).Should().Be(200);
    }

    [Fact]
    public async Task The_same_openid_is_the_same_person_and_another_one_another()
    {
        var person = await MiniProgramAsync("oABC");

        (await MiniProgramAsync("oABC")).Should().Be(person);
        (await MiniProgramAsync("oXYZ")).Should().NotBe(person);
    }

    [Theory]
    [InlineData("used", 401, "login.code-invalid", "code")]
    [InlineData("busy", 503, "login.busy", null)]
    public async Task What_the_channel_refuses_is_told(string code, int status, string problem, string? field) =>
        (await surface.PostAsync("/api/sign-ins/mini-program", null, $$"""{"code":"{{code}}"}""")).Problem.Should().Be((status, problem, field));

    private async Task<string?> MiniProgramAsync(string openId)
    {
        var signedIn = await surface.PostAsync("/api/sign-ins/mini-program", null, $$"""{"code":"code-of-{{openId}}"}""");
        return (await surface.GetAsync("/api/qj/me", null, request => request.Headers.Authorization = new("Bearer", signedIn.Text("token")))).Text("person");
    }

    private Task<SurfaceHost.Answer> As(SurfaceHost.Answer signedIn) => With(signedIn.Text("token"), "/api/qj/staff");

    private Task<SurfaceHost.Answer> With(string? token, string address) =>
        surface.GetAsync(address, null, request => request.Headers.Authorization = new("Bearer", token));

    private async Task ConferAsync(string congress, string person, Office office)
    {
        var (register, from) = (surface.Services.GetRequiredService<MandateRegister>(), new LocalDate(2026, 1, 1));
        Act ActOf(string id) => new(new CommandStamp($"{id} {office}", "digest"), Actor.Qijiang, from, Channel.System);
        await register.RunAsync(new(congress), new(person), ActOf("confer"), new MandateCommand.Confer(office, null, null, from), CancellationToken.None);
        if (office == Office.Deputy) await register.RunAsync(new(congress), new(person), ActOf("confirm"), new MandateCommand.ConfirmCredentials(from), CancellationToken.None);
    }
}
