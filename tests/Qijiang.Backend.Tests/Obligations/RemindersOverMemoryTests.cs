using Microsoft.Extensions.Time.Testing;
using Qijiang.Storage.Contracts;
using Qijiang.Storage.Contracts.Reminders;

namespace Qijiang.Backend.Tests.Obligations;

public sealed class RemindersOverMemoryTests : ReminderSuite
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
