using Qijiang.Storage.Contracts;

namespace Qijiang.Azure.Tests.Messaging;

public sealed class QueueMessageQueueTests : MessageQueueContract
{
    protected override Task<StorageEngine> CleanStore() => Emulated.Engine();
}
