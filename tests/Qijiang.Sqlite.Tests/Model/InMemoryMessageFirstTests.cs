using Microsoft.Extensions.Time.Testing;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;
using Qijiang.Storage.Contracts;

namespace Qijiang.Sqlite.Tests.Model;

/// <summary>Sent before it is committed, in memory: what Backend's delivery is tested against, and a check of the suite itself.</summary>
public sealed class InMemoryMessageFirstTests : MessageFirstContract
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

    protected override Task DieBetweenSendAndCommit(string table, string partition, IReadOnlyList<Change> changes, IReadOnlyList<Message> messages)
    {
        ((InMemoryRowStore)Rows).DieBetweenSendAndCommit(table, partition, changes, messages);
        return Task.CompletedTask;
    }
}
