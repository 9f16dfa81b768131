using Microsoft.Extensions.Time.Testing;
using Qijiang.Storage.Contracts;

namespace Qijiang.Sqlite.Tests.Model;

/// <summary>The row store's contract holds as well where messages go first.</summary>
public sealed class InMemoryMessageFirstRowStoreTests : RowStoreContract
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
