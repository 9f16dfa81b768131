using Microsoft.Extensions.Time.Testing;
using Qijiang.Storage.Contracts;
using Qijiang.Storage.Contracts.Audit;

namespace Qijiang.Sqlite.Tests;

public sealed class AuditOverSqliteTests : AuditSuite
{
    protected override Task<StorageEngine> CleanStore() => Task.FromResult(TemporaryDatabase.Engine(new FakeTimeProvider()));
}
