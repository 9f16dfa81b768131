using System.Net;
using FluentAssertions;
using Microsoft.AspNetCore.Builder;
using Qijiang.Standalone.Demo.Running;
using Qijiang.Standalone.Hosting;
using Xunit;

namespace Qijiang.Standalone.Tests.Demo;

public sealed class ClockControlTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("qijiang-clock-");
    private readonly DemoSettings settings;

    public ClockControlTests() =>
        settings = new(folder.FullName, DemoSettings.FreeAddress(), DemoSettings.NewAccount(), new Uri("http://127.0.0.1:9/"), DemoSettings.NewToken());

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task The_clock_moves_forward_for_who_knows_the_token_and_is_not_there_for_others()
    {
        await using var app = DemoHost.Build(settings, new(2026, 5, 8));
        await app.StartAsync();

        (await MoveAsync("2026-08-11", token: null)).Should().Be(HttpStatusCode.NotFound);
        (await MoveAsync("2026-08-11", "guessed")).Should().Be(HttpStatusCode.NotFound);
        (await MoveAsync("2026-08-11", settings.Token)).Should().Be(HttpStatusCode.NoContent);
        (await MoveAsync("2026-08-10", settings.Token)).Should().Be(HttpStatusCode.Conflict);
        (await MoveAsync("tomorrow", settings.Token)).Should().Be(HttpStatusCode.BadRequest);
        await app.StopAsync();
    }

    [Fact]
    public async Task What_serves_people_has_no_such_control()
    {
        await using WebApplication app = StandaloneHost.Build([.. settings.ToConfiguration().Select(s => $"--{s.Key}={s.Value}")]);
        await app.StartAsync();

        (await MoveAsync("2026-08-11", settings.Token)).Should().Be(HttpStatusCode.NotFound);
        await app.StopAsync();
    }

    private async Task<HttpStatusCode> MoveAsync(string date, string? token)
    {
        using var http = new HttpClient { BaseAddress = settings.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"demo/clock?date={date}", UriKind.Relative));
        if (token is not null) request.Headers.Add("Demo-Token", token);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
