using Qijiang.Storage.Contracts;
using Qijiang.Storage.Contracts.Ballots;

namespace Qijiang.Azure.Tests.Storage;

public sealed class BallotBoxOverTablesTests : BallotBoxContract
{
    protected override Task<StorageEngine> CleanStore() => Emulated.Engine();
}
