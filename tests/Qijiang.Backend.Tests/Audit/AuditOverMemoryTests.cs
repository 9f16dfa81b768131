using Qijiang.Storage.Contracts;
using Qijiang.Storage.Contracts.Audit;

namespace Qijiang.Backend.Tests.Audit;

public sealed class AuditOverMemoryTests : AuditSuite
{
    protected override Task<StorageEngine> CleanStore()
    {
        var queue = new InMemoryMessageQueue(TimeProvider.System);
        return Task.FromResult(new StorageEngine(new InMemoryRowStore(queue), queue));
    }
}
