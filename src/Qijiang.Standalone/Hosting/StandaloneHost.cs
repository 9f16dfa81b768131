using NodaTime;
using Qijiang.Backend;
using Qijiang.Backend.Calendar;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Http;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Obligations;
using Qijiang.WeChat;

namespace Qijiang.Standalone.Hosting;

/// <summary>The one process: Kestrel, the queue pump, the timers.</summary>
public static class StandaloneHost
{
    /// <summary>Builds the process from its settings.</summary>
    /// <param name="args">Settings on the command line: <c>--Storage:Provider Azure</c>.</param>
    /// <param name="more">What a caller adds or replaces (the demo's clock, a test's store).</param>
    /// <exception cref="SettingException">A setting is missing or malformed.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? more = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton<IClock>(RealClock).AddSingleton(TimeProvider.System);
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddQijiang().Configure<RateLimits.Options>(builder.Configuration.GetSection(RateLimits.Section)).Configure<RuleSettings>(builder.Configuration.GetSection(RuleSettings.Section))
            .Configure<ReminderOptions>(builder.Configuration.GetSection(ReminderOptions.Section));
        builder.Services.AddSingleton(OwnNotices.Read(builder.Configuration[OwnNotices.Setting]));
        builder.Services.AddQijiangWeChat(builder.Configuration.GetSection(WeChatOptions.Section));
        builder.Services.Configure<ForwardedHeadersOptions>(options => Proxies.Configure(options, builder.Configuration[Proxies.Setting]));
        builder.Services.AddHostedService<QueuePump>();
        builder.Services.Configure<TimerOptions>(builder.Configuration.GetSection(TimerOptions.Section)).AddHostedService<Timers>();
        more?.Invoke(builder);

        var app = builder.Build();
        var surface = app.Services.GetRequiredService<HttpSurface>();
        app.Run(surface.HandleAsync);
        return app;
    }

#pragma warning disable RS0030 // the composition root names the real clock
    private static SystemClock RealClock => SystemClock.Instance;
#pragma warning restore RS0030
}
