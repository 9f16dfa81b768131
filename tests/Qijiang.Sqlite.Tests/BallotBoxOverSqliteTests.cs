using Qijiang.Storage.Contracts;
using Qijiang.Storage.Contracts.Ballots;

namespace Qijiang.Sqlite.Tests;

public sealed class BallotBoxOverSqliteTests : BallotBoxContract
{
    protected override Task<StorageEngine> CleanStore() => Task.FromResult(TemporaryDatabase.Engine(TimeProvider.System));
}
