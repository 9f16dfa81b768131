using Qijiang.Storage.Contracts;

namespace Qijiang.Azure.Tests.Storage;

public sealed class EventStoreOverAzuriteTests : EventStoreSuite
{
    protected override Task<StorageEngine> CleanStore() => Emulated.Engine();
}
