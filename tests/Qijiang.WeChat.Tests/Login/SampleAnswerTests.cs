using System.Net;
using System.Text.Json.Nodes;

using FluentAssertions;

using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

using Qijiang.Backend.Identity;
using Qijiang.WeChat.Login;

using Xunit;

namespace Qijiang.WeChat.Tests.Login;

/// <summary>The answers of code2session in the samples, byte for byte.</summary>
public sealed class SampleAnswerTests
{
    [Theory]
    [InlineData("ok", "oX7Kj5Vt2QnLwM8yRb3ZcH1dAeUg")]
    [InlineData("ok-with-unionid-and-errcode-0", "oX7Kj5RpB8sGfN2vYt6WqC4mKzLh")]
    [InlineData("invalid-code", "login.code-invalid")]
    [InlineData("code-been-used", "login.code-invalid")]
    [InlineData("high-risk-user", "login.blocked")]
    [InlineData("too-frequent", "login.busy")]
    [InlineData("busy", "login.busy")]
    [InlineData("gateway-html", "login.unavailable")]
    public async Task Each_sample_answer_is_understood(string name, string expected)
    {
        var sample = JsonNode.Parse(TestData.Sample("10-responses-login-token-phone.json"))!["code2session"]!.AsArray().Single(answer => (string?)answer!["name"] == name)!;
        var body = sample["body"] is JsonValue text ? (string)text! : sample["body"]!.ToJsonString();
        (await ExchangeAsync((HttpStatusCode)(int)sample["http_status"]!, body)).Should().Be(expected);
    }

    [Theory]
    [InlineData("<html></html>")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"openid":""}""")]
    [InlineData("""{"openid":["a"]}""")]
    public async Task An_answer_that_says_nothing_is_unavailable(string body) =>
        (await ExchangeAsync(HttpStatusCode.OK, body)).Should().Be("login.unavailable");

    [Theory]
    [InlineData("""{"openid":"o1","errcode":40029}""")]
    [InlineData("""{"openid":"o1","errcode":"40029"}""")]
    public async Task An_openid_beside_an_errcode_signs_nobody_in(string body) =>
        (await ExchangeAsync(HttpStatusCode.OK, body)).Should().Be("login.code-invalid");

    private static async Task<string> ExchangeAsync(HttpStatusCode status, string body)
    {
        using var http = new HttpClient(new Answering(status, body)) { BaseAddress = new("https://api.weixin.qq.com/") };
        var login = new WeChatLogin(new(http, Options.Create(new WeChatOptions())), NullLogger<WeChatLogin>.Instance);
        return await login.ExchangeAsync("code", default) switch
        {
            CitizenLoginOutcome.Known known => known.Identity.OpenId,
            CitizenLoginOutcome.Refused refused => refused.Refusal.Code,
            _ => "",
        };
    }

    private sealed class Answering(HttpStatusCode status, string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body) });
    }
}
