using System.Net;
using System.Net.Http.Headers;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Qijiang.Backend.Identity;
using Qijiang.Standalone.Demo.Running;
using Qijiang.Standalone.Hosting;
using Xunit;

namespace Qijiang.Standalone.Tests.Hosting;

public sealed class RateLimitTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("qijiang-limits-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Two_people_in_one_office_do_not_use_up_each_others_limit()
    {
        var settings = new DemoSettings(folder.FullName, DemoSettings.FreeAddress(), DemoSettings.NewAccount(), new Uri("http://127.0.0.1:9/"), DemoSettings.NewToken());
        await using var app = StandaloneHost.Build([.. settings.ToConfiguration().Select(s => $"--{s.Key}={s.Value}"), "--RateLimits:RequestsPerMinute=3"]);
        await app.StartAsync();
        var tokens = app.Services.GetRequiredService<TokenIssuer>();
        using var http = new HttpClient { BaseAddress = settings.Address };

        var first = await tokens.IssueAsync(new("clerk-1"), CancellationToken.None);
        for (var i = 0; i < 3; i++) (await StatusAsync(http, first)).Should().Be(HttpStatusCode.NotFound);
        (await StatusAsync(http, first)).Should().Be(HttpStatusCode.TooManyRequests);
        (await StatusAsync(http, await tokens.IssueAsync(new("clerk-2"), CancellationToken.None))).Should().Be(HttpStatusCode.NotFound);
        await app.StopAsync();
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("api/nowhere/offices/me", UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
