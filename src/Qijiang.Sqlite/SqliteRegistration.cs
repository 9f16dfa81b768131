using Microsoft.Extensions.DependencyInjection;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.PersonalData;
using Qijiang.Backend.Storage;

namespace Qijiang.Sqlite;

/// <summary>The embedded store as services.</summary>
public static class SqliteRegistration
{
    /// <summary>
    /// Registers <see cref="IRowStore"/> and <see cref="IMessageQueue"/> on one file and <see cref="KeyRows"/> on another,
    /// in which what is deleted is erased. The container opens the files when they are first asked for and closes them.
    /// A registered <see cref="TimeProvider"/> is the clock of leases and delays.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="path">The file of rows and messages.</param>
    /// <param name="keysPath">The file of keys: another one, kept out of the back-ups of the first.</param>
    /// <exception cref="ArgumentException">Both are the same file.</exception>
    public static IServiceCollection AddQijiangSqlite(this IServiceCollection services, string path, string keysPath)
    {
        if (Path.GetFullPath(path) == Path.GetFullPath(keysPath))
            throw new ArgumentException("Keys need a file of their own, so that a copy of the data is no copy of the keys.", nameof(keysPath));
        services.AddSingleton(provider => Open(provider, path, new SqliteOptions()));
        services.AddSingleton<IRowStore>(provider => new SqliteRowStore(provider.GetRequiredService<SqliteDatabase>()));
        services.AddSingleton<IMessageQueue>(provider => new SqliteMessageQueue(provider.GetRequiredService<SqliteDatabase>()));
        services.AddKeyedSingleton(typeof(KeyRows), (provider, _) => Open(provider, keysPath, new SqliteOptions { EraseDeleted = true }));
        services.AddSingleton(provider => new KeyRows(new SqliteRowStore(provider.GetRequiredKeyedService<SqliteDatabase>(typeof(KeyRows)))));
        return services;
    }

    private static SqliteDatabase Open(IServiceProvider provider, string path, SqliteOptions options) =>
        new(path, options, provider.GetService<TimeProvider>());
}
