using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Qijiang.Azure;
using Qijiang.Backend;
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
        builder.Services.AddSingleton(KeysOf(settings));
        builder.Services.AddQijiang();
        builder.Services.AddQijiangAzure(StorageSettings.Read(settings));
        builder.Services.AddQijiangWeChat(settings.GetSection(WeChatOptions.Section));
        return builder;
    }

    private static IKeyPort KeysOf(IConfiguration settings) => new LocalKeyPort(settings["Keys:Folder"] ?? throw new SettingException("Keys:Folder", "must name a folder"));
}
