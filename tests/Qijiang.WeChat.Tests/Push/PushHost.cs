using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Time.Testing;

using Qijiang.Backend.CitizenInput;
using Qijiang.Standalone.Demo.FakeWeChat;
using Qijiang.WeChat.Push;

namespace Qijiang.WeChat.Tests.Push;

/// <summary>The message push in a pipeline like the house's, and WeChat on the other side.</summary>
public sealed class PushHost : IAsyncDisposable
{
    public static readonly Uri Address = new(PushRoutes.Path, UriKind.Relative);

    private readonly WebApplication _app;

    private PushHost((string, string?)[] changes)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = "Production" });
        builder.WebHost.UseTestServer();
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs);
        builder.Services.AddRouting().AddProblemDetails();
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddSingleton<ICitizenMessageSink>(Sink);
        builder.Services.AddQijiangWeChat(Settings.With(changes));
        _app = builder.Build();
        _app.UseExceptionHandler();
        _app.UseStatusCodePages();
        _app.UseRouting();
        _app.MapWeChat();
    }

    public RecordingSink Sink { get; } = new();

    public CapturedLogs Logs { get; } = new();

    public FakeTimeProvider Time { get; } = new(new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    public IServiceProvider Services => _app.Services;

    public TestServer Server => _app.GetTestServer();

    public static async Task<PushHost> StartAsync(params (string, string?)[] changes)
    {
        var host = new PushHost(changes);
        await host._app.StartAsync();
        return host;
    }

    /// <summary>WeChat, with this account in its console, its clock so far from ours, and someone who may look at or change what it sends.</summary>
    public FakePusher WeChat(FakeAccount? account = null, TimeSpan clockAhead = default, DelegatingHandler? between = null)
    {
        HttpMessageHandler handler = Server.CreateHandler();
        if (between is not null)
        {
            between.InnerHandler = handler;
            handler = between;
        }
        return new(account ?? Settings.Account, new(handler) { BaseAddress = new("http://localhost/") }, new FakeTimeProvider(Time.GetUtcNow() + clockAhead));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
