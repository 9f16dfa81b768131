using Qijiang.Azure.Messaging;
using Qijiang.Azure.Storage;
using Qijiang.Storage.Contracts;
using Qijiang.Storage.Contracts.Audit;

namespace Qijiang.Azure.Tests.Storage;

/// <summary>Each test is an installation of its own: what is verified is all that there is.</summary>
public sealed class AuditOverAzuriteTests : AuditSuite
{
    protected override async Task<StorageEngine> CleanStore()
    {
        var options = await Emulated.Options() with { Prefix = "a" + RandomNames.Next()[..5] };
        var queue = new QueueMessageQueue(options, TimeProvider.System);
        return new StorageEngine(new TableRowStore(options, queue, TimeProvider.System), queue);
    }
}
