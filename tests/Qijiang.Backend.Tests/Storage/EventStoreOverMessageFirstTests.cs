using Microsoft.Extensions.Time.Testing;
using Qijiang.Storage.Contracts;

namespace Qijiang.Backend.Tests.Storage;

/// <summary>The same promises where messages are sent before their commit, as on Azure.</summary>
public sealed class EventStoreOverMessageFirstTests : EventStoreSuite
{
    private readonly FakeTimeProvider time = new();

    protected override Task<StorageEngine> CleanStore()
    {
        var queue = new InMemoryMessageQueue(time);
        return Task.FromResult(new StorageEngine(new InMemoryRowStore(queue, messageFirst: true), queue));
    }

    protected override Task Advance(TimeSpan by)
    {
        time.Advance(by);
        return Task.CompletedTask;
    }
}
