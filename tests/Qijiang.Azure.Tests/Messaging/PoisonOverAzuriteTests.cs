using Qijiang.Storage.Contracts;

namespace Qijiang.Azure.Tests.Messaging;

public sealed class PoisonOverAzuriteTests : PoisonSuite
{
    protected override Task<StorageEngine> CleanStore() => Emulated.Engine();
}
