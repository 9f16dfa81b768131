using Azure.Core;
using Qijiang.Azure.Messaging;
using Qijiang.Azure.Storage;
using Qijiang.Azurite;
using Qijiang.Storage.Contracts;

namespace Qijiang.Azure.Tests;

/// <summary>The adapter on this test run's one Azurite.</summary>
internal static class Emulated
{
    public static async Task<AzureStorageOptions> Options(Action<ClientOptions>? configure = null) => new()
    {
        ConnectionString = (await AzuriteServer.SharedAsync()).ConnectionString,
        ConfigureClients = configure,
    };

    public static async Task<StorageEngine> Engine(Action<ClientOptions>? configure = null, TimeProvider? time = null)
    {
        var options = await Options(configure);
        var queue = new QueueMessageQueue(options, time ?? TimeProvider.System);
        return new StorageEngine(new TableRowStore(options, queue, time ?? TimeProvider.System), queue);
    }
}
