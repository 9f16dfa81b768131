using Qijiang.Azure;
using Qijiang.Azure.Messaging;
using Qijiang.Azure.Storage;
using Qijiang.Benchmarks.Appends;
using Qijiang.Benchmarks.Measuring;

namespace Qijiang.Benchmarks.Emulator;

/// <summary>Appends through the adapter for Tables and Queues, in a table and a queue of their own.</summary>
internal static class AzureAppend
{
    /// <summary>Opens it.</summary>
    public static async Task<Subject> OpenAsync(string connection, SampleAppend sample)
    {
        var place = await EmulatedPlace.CreateAsync(connection);
        var options = new AzureStorageOptions { ConnectionString = connection };
        var queue = new QueueMessageQueue(options, TimeProvider.System);
        var rows = new TableRowStore(options, queue, TimeProvider.System);
        return new StoreAppend(rows, place.Name, place.Name, sample);
    }
}
