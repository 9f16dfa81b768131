using Microsoft.Extensions.Time.Testing;
using Qijiang.Storage.Contracts;

namespace Qijiang.Backend.Tests.Messaging;

public sealed class PoisonOverMemoryTests : PoisonSuite
{
    private readonly FakeTimeProvider time = new();

    protected override Task<StorageEngine> CleanStore()
    {
        var queue = new InMemoryMessageQueue(time);
        return Task.FromResult(new StorageEngine(new InMemoryRowStore(queue), queue));
    }

    protected override Task Advance(TimeSpan by)
    {
        time.Advance(by);
        return Task.CompletedTask;
    }
}
