using Qijiang.Azure;
using Qijiang.Backend;
using Qijiang.Backend.PersonalData;
using Qijiang.Sqlite;

namespace Qijiang.Standalone.Hosting;

/// <summary>Puts the engine that the settings name behind the storage ports.</summary>
internal static class StorageRegistration
{
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        var options = Bind(configuration.GetSection(StorageOptions.Section));
        Directory.CreateDirectory(options.Folder);
        services.AddSingleton<IKeyPort>(new LocalKeyPort(Path.Combine(options.Folder, "root-keys")));
        return options.Provider switch
        {
            StorageProvider.Azure => services.AddQijiangAzure(Checked(options.Azure)),
            _ => services.AddQijiangSqlite(Path.Combine(options.Folder, "qijiang.db"), Path.Combine(options.Folder, "keys.db")),
        };
    }

    private static AzureStorageOptions Checked(AzureStorageOptions? azure)
    {
        if (azure is null || (azure.ConnectionString is null && (azure.TableEndpoint is null || azure.QueueEndpoint is null)))
            throw new SettingException("Storage:Azure", "is missing: ConnectionString (the emulator), or TableEndpoint and QueueEndpoint");
        return azure.Keys is null && string.IsNullOrEmpty(azure.KeyTablePrefix)
            ? throw new SettingException("Storage:Azure:Keys or Storage:Azure:KeyTablePrefix", "is missing: where wrapped keys lie, apart from the data")
            : azure;
    }

    private static StorageOptions Bind(IConfigurationSection section)
    {
        if (section["Provider"] is { } provider && (!Enum.TryParse<StorageProvider>(provider, ignoreCase: true, out var named) || !Enum.IsDefined(named)))
            throw new SettingException("Storage:Provider", $"is '{provider}'; it has to be one of {string.Join(", ", Enum.GetNames<StorageProvider>())}");
        return section.Get<StorageOptions>() ?? new StorageOptions();
    }
}
