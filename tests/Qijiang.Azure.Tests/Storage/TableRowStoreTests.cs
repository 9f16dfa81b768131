using Qijiang.Storage.Contracts;

namespace Qijiang.Azure.Tests.Storage;

public sealed class TableRowStoreTests : RowStoreContract
{
    protected override Task<StorageEngine> CleanStore() => Emulated.Engine();
}
