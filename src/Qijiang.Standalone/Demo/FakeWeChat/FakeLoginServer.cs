namespace Qijiang.Standalone.Demo.FakeWeChat;

/// <summary>WeChat's server API on a loopback port: the demo sets <c>WeChat:ApiBaseAddress</c> to <see cref="Address"/>.</summary>
public sealed class FakeLoginServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeLoginServer(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Urls.First() + "/");

    /// <summary>Starts it; it answers when this returns.</summary>
    /// <param name="login">What it answers.</param>
    /// <param name="port">The loopback port; 0: any that is free.</param>
    /// <param name="cancel">Gives up starting.</param>
    public static async Task<FakeLoginServer> StartAsync(FakeLogin login, int port = 0, CancellationToken cancel = default)
    {
        var builder = WebApplication.CreateSlimBuilder();
        // Addresses carry the AppSecret: also a played server logs none.
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        login.Map(app);
        await app.StartAsync(cancel);
        return new(app);
    }

    /// <summary>Stops it.</summary>
    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
