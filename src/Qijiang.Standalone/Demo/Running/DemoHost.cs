using NodaTime;
using Qijiang.Backend.Http;
using Qijiang.Backend.Obligations;
using Qijiang.Standalone.Hosting;

namespace Qijiang.Standalone.Demo.Running;

/// <summary>The back end as production runs it, but for a clock that can be moved and limits for one machine that plays everybody.</summary>
public static class DemoHost
{
    // The whole district comes from one loopback address here.
    private const int PerMinute = 10_000_000;

    /// <summary>Builds it.</summary>
    /// <param name="settings">Settings on the command line; none where the environment has them.</param>
    /// <param name="day">The domain's first day.</param>
    /// <param name="token">Opens the control of the clock.</param>
    public static WebApplication Build(string[] settings, LocalDate day, string token) => StandaloneHost.Build(settings, builder =>
    {
        builder.Services.AddSingleton(provider => new MovableClock(day, provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<IClock>(provider => provider.GetRequiredService<MovableClock>());
        builder.Services.AddSingleton<IStartupFilter>(provider => new ClockControl(
            provider.GetRequiredService<MovableClock>(), provider.GetRequiredService<ReminderTick>(), token));
        builder.Services.Configure<RateLimits.Options>(limits => (limits.RequestsPerMinute, limits.SignInsPerMinute) = (PerMinute, PerMinute));
    });

    /// <summary>Builds it in this process from settings of the demo.</summary>
    /// <param name="settings">The demo's settings.</param>
    /// <param name="day">The domain's first day.</param>
    public static WebApplication Build(DemoSettings settings, LocalDate day) =>
        Build([.. settings.ToConfiguration().Select(setting => $"--{setting.Key}={setting.Value}")], day, settings.Token);
}
