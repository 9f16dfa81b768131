using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Qijiang.Azure.Messaging;
using Qijiang.Azure.PersonalData;
using Qijiang.Azure.Storage;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.PersonalData;
using Qijiang.Backend.Storage;

namespace Qijiang.Azure;

/// <summary>Puts Azure Tables, Queues and Key Vault behind the ports.</summary>
public static class AzureRegistration
{
    /// <summary>Registers <see cref="IRowStore"/>, <see cref="IMessageQueue"/> and <see cref="KeyRows"/>, one of each.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="options">The account, and where the keys lie.</param>
    /// <exception cref="ArgumentException">It is not said where the keys lie: neither <see cref="AzureStorageOptions.Keys"/> nor <see cref="AzureStorageOptions.KeyTablePrefix"/>.</exception>
    public static IServiceCollection AddQijiangAzure(this IServiceCollection services, AzureStorageOptions options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Keys is null && string.IsNullOrEmpty(options.KeyTablePrefix))
            throw new ArgumentException($"Say where wrapped keys lie: {nameof(options.Keys)} (another account) or {nameof(options.KeyTablePrefix)}.", nameof(options));
        if (options is { ConnectionString: null, Credential: null })
            options = options with { Credential = new DefaultAzureCredential() };
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new QueueMessageQueue(options, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IMessageQueue>(provider => provider.GetRequiredService<QueueMessageQueue>());
        services.AddSingleton<IRowStore>(provider => NewStore(provider, options));
        services.AddSingleton(provider => new KeyRows(NewStore(provider, options.Keys ?? options, options.Keys is null ? options.KeyTablePrefix! : "")));
        return services;
    }

    /// <summary>Registers <see cref="IKeyPort"/> over a key vault.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="vault">The vault's address.</param>
    /// <param name="credential">Who calls; null: the environment's own identity (a managed identity in Azure).</param>
    /// <param name="options">How; null: as usual.</param>
    public static IServiceCollection AddQijiangKeyVault(
        this IServiceCollection services, Uri vault, TokenCredential? credential = null, KeyVaultOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(vault);
        services.TryAddSingleton(TimeProvider.System);
        return services.AddSingleton<IKeyPort>(provider =>
            new KeyVaultKeyPort(vault, credential ?? new DefaultAzureCredential(), options ?? new KeyVaultOptions(), provider.GetRequiredService<TimeProvider>()));
    }

    private static TableRowStore NewStore(IServiceProvider provider, AzureStorageOptions options, string tablePrefix = "") =>
        new(options, provider.GetRequiredService<QueueMessageQueue>(), provider.GetRequiredService<TimeProvider>(), tablePrefix);
}
