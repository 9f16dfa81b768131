using Qijiang.Storage.Contracts;
using Qijiang.Storage.Contracts.Ballots;

namespace Qijiang.Backend.Tests.Ballots;

public sealed class BallotBoxOverMemoryTests : BallotBoxContract
{
    protected override Task<StorageEngine> CleanStore()
    {
        var queue = new InMemoryMessageQueue(TimeProvider.System);
        return Task.FromResult(new StorageEngine(new InMemoryRowStore(queue), queue));
    }
}
