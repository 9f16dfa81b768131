using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

using Qijiang.Backend.CitizenInput;
using Qijiang.Backend.Http;
using Qijiang.Backend.Identity;
using Qijiang.WeChat.Login;
using Qijiang.WeChat.Push;

namespace Qijiang.WeChat;

/// <summary>Registers the WeChat channel.</summary>
public static class WeChatRegistration
{
    /// <summary>
    /// Registers message push and sign-in, the push's address with them. The host registers an <see cref="ICitizenMessageSink"/>;
    /// it does not start with a setting missing or malformed.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="section">The section <see cref="WeChatOptions.Section"/> of its configuration.</param>
    public static IServiceCollection AddQijiangWeChat(this IServiceCollection services, IConfiguration section)
    {
        services.AddOptions<WeChatOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WeChatOptions>, WeChatOptionsValidation>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new PushKeyring(provider.GetRequiredService<IOptions<WeChatOptions>>().Value));
        services.AddMetrics().TryAddSingleton<Rejections>();
        services.AddTransient<WeChatPush>();
        services.AddSingleton<ISurfacePart, PushSurface>();
        services.AddTransient<ICitizenLogin, WeChatLogin>();
        AddApi(services);
        return services;
    }

    private static void AddApi(IServiceCollection services)
    {
        var client = services.AddHttpClient<WeChatApi>((provider, http) =>
        {
            http.BaseAddress = provider.GetRequiredService<IOptions<WeChatOptions>>().Value.ApiBaseAddress;
            http.MaxResponseContentBufferSize = 64 * 1024;
        });
        // The AppSecret is in the address: no logger sees it, no redirection takes it elsewhere.
        client.RemoveAllLoggers();
        client.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        });
        client.AddStandardResilienceHandler(resilience =>
        {
            resilience.AttemptTimeout.Timeout = TimeSpan.FromSeconds(3);
            resilience.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(8);
            resilience.Retry.MaxRetryAttempts = 2;
            resilience.Retry.Delay = TimeSpan.FromMilliseconds(200);
            // A sign-in code serves once. Only what never reached WeChat can be sent again.
            resilience.Retry.ShouldHandle = attempt => ValueTask.FromResult(
                attempt.Outcome.Exception is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError });
        });
    }
}
