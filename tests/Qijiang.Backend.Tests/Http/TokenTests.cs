using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Text;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Qijiang.Backend.Identity;
using Qijiang.Backend.PersonalData;
using Qijiang.Storage.Contracts;
using Xunit;

namespace Qijiang.Backend.Tests.Http;

[Collection(SurfaceTests.Name)]
public sealed class TokenTests(SurfaceHost surface)
{
    [Fact]
    public async Task A_token_says_who_it_is()
    {
        var answer = await With(await surface.TokenOfAsync(SurfaceHost.Clerk));

        (answer.Status, answer.Text("person")).Should().Be((200, "clerk"));
    }

    [Theory]
    [InlineData(-59, 200)]
    [InlineData(-61, 401)]
    [InlineData(-60 * 24 * 365, 401)]
    [InlineData(5, 401)]
    public async Task A_token_holds_for_an_hour_by_the_technical_clock(int issuedMinutesFromNow, int status)
    {
        var then = new FakeTimeProvider(surface.Time.GetUtcNow().AddMinutes(issuedMinutesFromNow));
        using var issuer = new TokenIssuer(surface.Services.GetRequiredService<IKeyPort>(), then);

        (await With(await issuer.IssueAsync(SurfaceHost.Clerk, CancellationToken.None))).Status.Should().Be(status);
    }

    [Fact]
    public async Task A_token_signed_by_another_key_is_no_token()
    {
        using var issuer = new TokenIssuer(new InMemoryKeyPort(), surface.Time);

        (await With(await issuer.IssueAsync(SurfaceHost.Clerk, CancellationToken.None))).Problem.Should().Be((401, "office.sign-in-needed", null));
    }

    [Fact]
    public async Task A_token_whose_claims_were_changed_is_no_token()
    {
        var parts = (await surface.TokenOfAsync(SurfaceHost.Citizen)).Split('.');
        var claims = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1])).Replace("p-citizen", "clerk", StringComparison.Ordinal);

        (await With($"{parts[0]}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}.{parts[2]}")).Status.Should().Be(401);
    }

    [Fact]
    public async Task A_token_that_asks_for_no_signature_is_no_token()
    {
        var claims = (await surface.TokenOfAsync(SurfaceHost.Clerk)).Split('.')[1];
        var header = Base64Url.EncodeToString("""{"alg":"none","typ":"JWT"}"""u8);

        (await With($"{header}.{claims}.")).Status.Should().Be(401);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("a.b.c")]
    public async Task Nonsense_is_no_token(string token) => (await With(token)).Status.Should().Be(401);

    [Fact]
    public async Task Where_nobody_has_to_be_signed_in_a_bad_token_is_no_hindrance() =>
        (await surface.GetAsync("/api/qj", null, request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "nonsense"))).Status.Should().Be(200);

    private Task<SurfaceHost.Answer> With(string token) =>
        surface.GetAsync("/api/qj/staff", null, request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token));
}
