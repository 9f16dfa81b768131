using Microsoft.Extensions.Time.Testing;

using Qijiang.Backend.Identity;
using Qijiang.Standalone.Demo.FakeWeChat;

namespace Qijiang.WeChat.Tests.Login;

/// <summary>Our side of signing in, and WeChat's played on a loopback port.</summary>
public sealed class LoginBench : IAsyncDisposable
{
    private readonly FakeLoginServer _server;
    private readonly ServiceProvider _services;

    private LoginBench(FakeLogin wechat, FakeTimeProvider time, FakeLoginServer server, (string, string?)[] changes)
    {
        (WeChat, Time, _server) = (wechat, time, server);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        services.AddSingleton<IHostEnvironment>(new Microsoft.Extensions.Hosting.Internal.HostingEnvironment { EnvironmentName = "Production" });
        services.AddQijiangWeChat(Settings.With([("ApiBaseAddress", server.Address.ToString()), .. changes]));
        _services = services.BuildServiceProvider();
    }

    public CapturedLogs Logs { get; } = new();

    public FakeLogin WeChat { get; }

    public FakeTimeProvider Time { get; }

    public ICitizenLogin Login => _services.GetRequiredService<ICitizenLogin>();

    public static async Task<LoginBench> StartAsync(params (string, string?)[] changes)
    {
        var time = new FakeTimeProvider(new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
        var wechat = new FakeLogin(Settings.Account, time);
        return new(wechat, time, await FakeLoginServer.StartAsync(wechat), changes);
    }

    public ValueTask StopWeChatAsync() => _server.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _server.DisposeAsync();
    }
}
