using System.Security.Cryptography;
using Azure.Data.Tables;
using Azure.Storage.Queues;

namespace Qijiang.Benchmarks.Emulator;

/// <summary>A table and a queue in the emulator for one round. They stay until the emulator ends: it takes minutes to delete thousands of rows. The SDK's clients are as the SDK makes them.</summary>
internal sealed class EmulatedPlace
{
    private EmulatedPlace(string connection)
    {
        Name = "bench" + RandomNumberGenerator.GetHexString(12, lowercase: true);
        Table = new TableClient(connection, Name);
        Queue = new QueueClient(connection, Name);
    }

    /// <summary>The name of both.</summary>
    public string Name { get; }

    /// <summary>The table.</summary>
    public TableClient Table { get; }

    /// <summary>The queue.</summary>
    public QueueClient Queue { get; }

    /// <summary>Makes both.</summary>
    public static async Task<EmulatedPlace> CreateAsync(string connection)
    {
        var place = new EmulatedPlace(connection);
        await place.Table.CreateAsync();
        await place.Queue.CreateAsync();
        return place;
    }
}
