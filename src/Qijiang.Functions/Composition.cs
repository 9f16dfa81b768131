using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Qijiang.Azure;
using Qijiang.Azure.PersonalData;
using Qijiang.Backend;
using Qijiang.Backend.Calendar;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Http;
using Qijiang.Backend.Obligations;
using Qijiang.Backend.PersonalData;
using Qijiang.WeChat;

namespace Qijiang.Functions;

/// <summary>Puts the app together: the back end on Azure storage, keys in the vault, WeChat as the citizens' channel.</summary>
public static class Composition
{
    /// <summary>Registers everything that the triggers need.</summary>
    /// <param name="builder">The host.</param>
    /// <exception cref="SettingException">A setting is missing or malformed; the exception names it.</exception>
    public static IHostApplicationBuilder AddQijiangOnAzure(this IHostApplicationBuilder builder)
    {
        var settings = builder.Configuration;
#pragma warning disable RS0030 // A composition root names the real clock.
        builder.Services.AddSingleton<IClock>(SystemClock.Instance);
#pragma warning restore RS0030
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(KeysOf(settings, builder.Environment));
        builder.Services.AddQijiang().Configure<RateLimits.Options>(settings.GetSection(RateLimits.Section)).Configure<RuleSettings>(settings.GetSection(RuleSettings.Section))
            .Configure<ReminderOptions>(settings.GetSection(ReminderOptions.Section));
        builder.Services.Configure<ForwardedHeadersOptions>(options => Proxies.Configure(options, settings[Proxies.Setting]));
        builder.Services.AddSingleton(OwnNotices.Read(settings[OwnNotices.Setting]));
        builder.Services.AddQijiangAzure(StorageSettings.Read(settings));
        builder.Services.AddQijiangWeChat(settings.GetSection(WeChatOptions.Section));
        return builder;
    }

    /// <summary>The vault; or a folder, where somebody tries things out. An instance in the cloud has no folder that outlives it.</summary>
    private static IKeyPort KeysOf(IConfiguration settings, IHostEnvironment environment)
    {
        if (settings["Keys:Folder"] is not { Length: > 0 } folder)
            return new KeyVaultKeyPort(StorageSettings.Address(settings, "Keys:vaultUri"), StorageSettings.Identity(settings["Keys:clientId"]), new KeyVaultOptions(), TimeProvider.System);
        return environment.IsProduction() ? throw new SettingException("Keys:Folder", "is for trying things out; in production the root keys are in a vault: Keys:vaultUri") : new LocalKeyPort(folder);
    }
}
