using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FluentAssertions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Qijiang.Backend.Http;
using Xunit;

namespace Qijiang.Backend.Tests.Http;

[Collection(SurfaceTests.Name)]
public sealed class LimitTests(SurfaceHost surface)
{
    private const int MaxBody = 256 * 1024;

    [Theory]
    [InlineData("/api/test/open", false)]
    [InlineData("/api/test/open", true)]
    [InlineData("/api/test/unkeyed", false)]
    [InlineData("/api/test/unkeyed", true)]
    [InlineData("/api/sign-ins", false)]
    [InlineData("/api/sign-ins", true)]
    public async Task A_body_over_the_limit_is_refused_whether_it_tells_its_length_or_not(string address, bool chunked) =>
        (await PostAsync(address, MaxBody + 1, chunked)).Problem.Should().Be((413, "request.body-too-large", null));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_of_exactly_the_limit_is_read_whole(bool chunked)
    {
        var answer = await PostAsync("/api/test/open", MaxBody, chunked);

        answer.Status.Should().Be(200);
        answer.Body.Should().HaveLength(MaxBody - "{\"title\":\"\",\"column\":\"Todo\"}".Length + 2);
    }

    [Fact]
    public async Task One_person_is_held_up_without_holding_up_another_at_the_same_address()
    {
        await using var busy = await StartAsync(requests: 3, signIns: 100);

        for (var i = 0; i < 3; i++) (await busy.Host.GetAsync("/api/qj/staff", SurfaceHost.Clerk)).Status.Should().Be(200);

        (await busy.Host.GetAsync("/api/qj/staff", SurfaceHost.Clerk)).Problem.Should().Be((429, "request.too-many", null));
        (await busy.Host.GetAsync("/api/qj/staff", SurfaceHost.AgencyClerk)).Status.Should().Be(200);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_counted_by_address()
    {
        await using var busy = await StartAsync(requests: 2, signIns: 100);

        for (var i = 0; i < 2; i++) (await busy.Host.GetAsync("/api/qj")).Status.Should().Be(200);

        (await busy.Host.GetAsync("/api/qj")).Status.Should().Be(429);
    }

    [Fact]
    public async Task Guessing_passwords_is_held_up_early()
    {
        await using var busy = await StartAsync(requests: 1000, signIns: 2);
        Task<SurfaceHost.Answer> Guess() => busy.Host.PostAsync("/api/sign-ins", null, """{"name":"Wang","password":"guess"}""");

        for (var i = 0; i < 2; i++) (await Guess()).Status.Should().Be(401);

        (await Guess()).Problem.Should().Be((429, "request.too-many", null));
        (await busy.Host.GetAsync("/api/qj")).Status.Should().Be(200);
    }

    [Fact]
    public async Task One_name_is_held_up_after_ten_wrong_passwords_for_ten_minutes_and_no_other()
    {
        await using var busy = await StartAsync(requests: 1000, signIns: 1000);
        Task<SurfaceHost.Answer> SignIn(string name, string password) => busy.Host.PostAsync("/api/sign-ins", null, $$"""{"name":"{{name}}","password":"{{password}}"}""");

        for (var i = 0; i < 10; i++) (await SignIn("Wang", "guess")).Status.Should().Be(401);

        (await SignIn(" WANG ", "correct horse")).Problem.Should().Be((429, "sign-in.too-many-failures", null));
        (await SignIn("Li", "guess")).Status.Should().Be(401);
        busy.Host.Time.Advance(TimeSpan.FromMinutes(10));
        (await SignIn("Wang", "correct horse")).Status.Should().Be(200);
    }

    [Fact]
    public async Task A_right_password_forgets_the_wrong_ones_before_it()
    {
        await using var busy = await StartAsync(requests: 1000, signIns: 1000);
        Task<SurfaceHost.Answer> SignIn(string password) => busy.Host.PostAsync("/api/sign-ins", null, $$"""{"name":"Wang","password":"{{password}}"}""");

        for (var i = 0; i < 27; i++) (await SignIn(i % 9 == 8 ? "correct horse" : "guess")).Status.Should().Be(i % 9 == 8 ? 200 : 401);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("192.0.2.7", true)]
    [InlineData("10.0.0.1, 192.0.2.0/24", true)]
    public async Task A_forwarded_address_is_believed_of_listed_proxies_alone(string? listed, bool believed)
    {
        var options = new ForwardedHeadersOptions();
        Proxies.Configure(options, listed);
        var seen = new DefaultHttpContext();
        seen.Connection.RemoteIpAddress = IPAddress.Parse("192.0.2.7");
        seen.Request.Headers["X-Forwarded-For"] = "203.0.113.9";

        await new ForwardedHeadersMiddleware(_ => Task.CompletedTask, NullLoggerFactory.Instance, Options.Create(options)).Invoke(seen);

        seen.Connection.RemoteIpAddress.ToString().Should().Be(believed ? "203.0.113.9" : "192.0.2.7");
    }

    [Fact]
    public void A_proxy_that_is_no_address_is_found_at_the_start()
    {
        var configure = () => Proxies.Configure(new ForwardedHeadersOptions(), "proxy.example");

        configure.Should().Throw<FormatException>().WithMessage("*Proxies*proxy.example*");
    }

    private Task<SurfaceHost.Answer> PostAsync(string address, int length, bool chunked)
    {
        var body = Encoding.ASCII.GetBytes($$"""{"title":"{{new string('a', length - "{\"title\":\"\",\"column\":\"Todo\"}".Length)}}","column":"Todo"}""");
        return surface.PostAsync(address, null, "", request =>
        {
            request.Content = chunked ? new StreamContent(new LengthlessStream(body)) : new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        });
    }

    private static async Task<Owned> StartAsync(int requests, int signIns)
    {
        var host = new SurfaceHost(limits => (limits.RequestsPerMinute, limits.SignInsPerMinute) = (requests, signIns));
        await host.InitializeAsync();
        return new Owned(host);
    }

    private sealed record Owned(SurfaceHost Host) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => new(Host.DisposeAsync());
    }

    /// <summary>Bytes whose number is not known before the last of them.</summary>
    private sealed class LengthlessStream(byte[] bytes) : MemoryStream(bytes, writable: false)
    {
        public override bool CanSeek => false;
    }
}
