using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Qijiang.Backend.Identity;
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
        var code = await surface.Services.GetRequiredService<SignInCodes>().IssueAsync(SurfaceHost.Clerk, CancellationToken.None);

        var first = await surface.PostAsync("/api/sign-ins/code", null, $$"""{"code":"{{code}}"}""");
        var second = await surface.PostAsync("/api/sign-ins/code", null, $$"""{"code":"{{code}}"}""");

        (await As(first)).Text("person").Should().Be("clerk");
        second.Problem.Should().Be((401, "sign-in.code-refused", null));
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

    private Task<SurfaceHost.Answer> As(SurfaceHost.Answer signedIn) =>
        surface.GetAsync("/api/qj/staff", null, request => request.Headers.Authorization = new("Bearer", signedIn.Text("token")));
}
